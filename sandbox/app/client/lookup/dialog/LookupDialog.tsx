import { untracked, useSignal, useSignalEffect, type Signal } from '@preact/signals';
import { useId, useMemo } from 'preact/hooks';
import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import { createGridModel } from '../../grid/model/createGridModel.js';
import type { GridModel } from '../../grid/model/gridModel.js';
import { Grid } from '../../grid/view/Grid.js';
import { QuickFind } from '../../grid/view/QuickFind.js';
import type { Host, LookupOptions, LookupRow, OpenDialog } from '../../host/host.js';
import { ModalDialog } from '../../dialogs/ModalDialog.js';
import { lookupViews } from './lookupViews.js';
import { PickedList } from './PickedList.js';
import { pickingModel, showPicked } from './pickingModel.js';

interface LookupDialogProps {
  readonly host: Host;
  readonly dialog: Extract<OpenDialog, { kind: 'lookup' }>;
}

/** Picks one row or many of one or several tables (Xrm.Utility.lookupObjects, and "advanced lookup" of a field). */
export function LookupDialog({ host, dialog }: LookupDialogProps) {
  const { options } = dialog;
  const tables = options.tables.flatMap((name) => host.definition.tables[name] ?? []);
  const chosen = useSignal(tables[0]?.logicalName ?? '');
  const picked = useSignal<readonly LookupRow[]>([]);
  const table = tables.find(({ logicalName }) => logicalName === chosen.value);
  const add = () => dialog.close(picked.value);
  return (
    <ModalDialog
      host={host}
      class="lookup-dialog"
      role="dialog"
      title={host.text(options.multiple ? 'shell.lookupMany' : 'shell.lookupOne')}
      onCancel={() => dialog.close()}
      buttons={
        <>
          <button
            type="button"
            data-id="lookupDialogSaveBtn"
            class="button primary"
            disabled={picked.value.length === 0}
            onClick={add}
          >
            {host.text('shell.add')}
          </button>
          <button type="button" data-id="lookupDialogCancelBtn" class="button" onClick={() => dialog.close()}>
            {host.text('shell.cancel')}
          </button>
        </>
      }
    >
      {tables.length > 1 && (
        <TablePicker
          host={host}
          tables={tables}
          current={chosen.value}
          onChoose={(name) => {
            chosen.value = name;
          }}
        />
      )}
      {table !== undefined && (
        <LookupRows
          key={table.logicalName}
          host={host}
          table={table}
          options={options}
          picked={picked}
          onOpen={(row) => dialog.close(options.multiple ? withRow(picked.value, row) : [row])}
        />
      )}
    </ModalDialog>
  );
}

interface TablePickerProps {
  readonly host: Host;
  readonly tables: readonly TableDefinition[];
  readonly current: string;
  readonly onChoose: (name: string) => void;
}

function TablePicker({ host, tables, current, onChoose }: TablePickerProps) {
  const id = useId();
  return (
    <div class="lookup-table">
      <label for={id}>{host.text('shell.lookupTable')}</label>
      <select id={id} value={current} onChange={(event) => onChoose(event.currentTarget.value)}>
        {tables.map(({ logicalName, collectionLabel }) => (
          <option key={logicalName} value={logicalName}>
            {collectionLabel}
          </option>
        ))}
      </select>
    </div>
  );
}

interface LookupRowsProps {
  readonly host: Host;
  readonly table: TableDefinition;
  readonly options: LookupOptions;
  readonly picked: Signal<readonly LookupRow[]>;
  readonly onOpen: (row: LookupRow) => void;
}

function LookupRows({ host, table, options, picked, onOpen }: LookupRowsProps) {
  const model = useMemo(() => openGrid(host, table, options), []);
  const picking = useMemo(() => pickingModel(model, picked, options.multiple), []);
  useSignalEffect(() => {
    // Another page of rows: the effect waits for nothing else.
    void model.rows.value;
    untracked(() => showPicked(model, picked.value));
  });
  return (
    <>
      <QuickFind host={host} text={options.searchText ?? ''} onSearch={(text) => model.search(text)} />
      {options.multiple && (
        <PickedList
          host={host}
          rows={picked.value}
          onRemove={(row) => {
            picked.value = picked.value.filter(({ id }) => id !== row.id);
            showPicked(model, picked.value);
          }}
        />
      )}
      <Grid
        host={host}
        model={picking}
        compact
        single={!options.multiple}
        onOpen={({ id, name, table: of }) => onOpen({ id, name, table: of })}
      />
    </>
  );
}

function openGrid(host: Host, table: TableDefinition, options: LookupOptions): GridModel {
  const views = lookupViews(table, options.viewId, options.customViews);
  const model = createGridModel(host, {
    table,
    place: 'HomepageGrid',
    name: 'lookup',
    visit: host.navigation.visit(),
    views,
    ...(views[0] === undefined ? {} : { viewId: views[0].id }),
    filters: options.filters.filter((filter) => filter.table === table.logicalName),
    rowsPerPage: 25,
  });
  if (options.searchText) model.search(options.searchText);
  return model;
}

const withRow = (rows: readonly LookupRow[], row: LookupRow): readonly LookupRow[] =>
  rows.some(({ id }) => id === row.id) ? rows : [...rows, row];
