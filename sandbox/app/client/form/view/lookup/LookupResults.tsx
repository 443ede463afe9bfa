import type { RefObject } from 'preact';
import type { TableDefinition } from '../../../../definition/table/tableDefinition.js';
import type { LookupRow } from '../../../host/host.js';
import { Icon } from '../../../icons/Icon.js';
import type { ControlModel } from '../../model/formModel.js';
import { useFormSurface } from '../formSurface.js';
import { OptionList } from '../../../popup/OptionList.js';
import { Popup } from '../../../popup/Popup.js';
import type { Listbox } from '../../../popup/useListbox.js';
import { TableIcon } from '../../../icons/TableIcon.js';
import { creatableTables, createRow } from './createRow.js';
import type { RowSearch } from './useRowSearch.js';

interface LookupResultsProps {
  readonly anchor: RefObject<HTMLElement | null>;
  readonly control: ControlModel;
  readonly dataId: string;
  readonly listbox: Listbox;
  readonly search: RowSearch;
  readonly text: string;
  readonly onClose: () => void;
  /** A dialog comes up over the field: the list goes, the focus waits in the field. */
  readonly onGoElsewhere: () => void;
  readonly onEnter: (row: LookupRow) => void;
}

/** What a lookup found, with the ways on: a new row, or the dialog that shows them all. */
export function LookupResults(props: LookupResultsProps) {
  const { host } = useFormSurface();
  const { control, dataId, listbox, search, text } = props;
  const targets = control.lookup?.entityTypes.value ?? [];
  const rows = search.rows.value;

  async function openDialog(): Promise<void> {
    const filters = await control.lookup?.search(text);
    props.onGoElsewhere();
    if (filters === undefined) return;
    const chosen = await host.dialogs.lookup({ ...filters, multiple: false, searchText: text });
    if (chosen?.[0] !== undefined) props.onEnter(chosen[0]);
  }
  async function createNew(table: TableDefinition): Promise<void> {
    props.onGoElsewhere();
    const created = await createRow(host, table);
    if (created !== undefined) props.onEnter(created);
  }
  return (
    <Popup anchor={props.anchor} class="popup-lookup" fitsAnchor onClose={props.onClose}>
      <SearchMessage search={search} />
      {rows.length > 0 && (
        <OptionList
          listbox={listbox}
          label={control.label.value}
          options={rows.map((row) => ({
            key: row.id,
            isSelected: false,
            dataId: `${dataId}_resultsContainer`,
            content: (
              <>
                <TableIcon host={host} table={row.table} />
                <span class="option-lines">
                  <span>{row.name}</span>
                  {targets.length > 1 && (
                    <span class="option-note">{host.definition.tables[row.table]?.label ?? row.table}</span>
                  )}
                </span>
              </>
            ),
          }))}
          onChoose={(index) => {
            const row = rows[index];
            if (row !== undefined) props.onEnter(row);
          }}
        />
      )}
      <div class="lookup-foot">
        {creatableTables(host, targets).map((table) => (
          <button
            key={table.logicalName}
            type="button"
            class="lookup-foot-button"
            data-id={`${dataId}_addNewBtnContainer_${table.logicalName}`}
            onClick={() => void createNew(table)}
          >
            <Icon name="add" />
            {host.text('form.newRow', table.label)}
          </button>
        ))}
        <button
          type="button"
          class="lookup-foot-button"
          data-id={`${dataId}_advancedLookup`}
          onClick={() => void openDialog()}
        >
          <Icon name="search" />
          {host.text('form.advancedLookup')}
        </button>
      </div>
    </Popup>
  );
}

/** What the eye sees while there are no rows, and what the ear hears in any case. */
function SearchMessage({ search }: { readonly search: RowSearch }) {
  const { host } = useFormSurface();
  const state = search.state.value;
  const count = search.rows.value.length;
  const isShown =
    state === 'failed' || (state === 'found' && count === 0) || (state === 'searching' && count === 0);
  const message = () => {
    if (state === 'failed') return host.text('form.searchFailed');
    if (state !== 'found') return host.text('form.searching');
    return count === 0 ? host.text('form.nothingFound') : host.text('form.resultsFound', count);
  };
  return (
    <p role="status" class={isShown ? 'popup-message' : 'visually-hidden'}>
      {message()}
    </p>
  );
}
