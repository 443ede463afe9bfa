import type { TableDefinition } from '../../../../definition/table/tableDefinition.js';
import type { Host, LookupRow } from '../../../host/host.js';

/** The tables of a lookup in which the user may create rows from here: those with a form to do it in. */
export function creatableTables(host: Host, tables: readonly string[]): readonly TableDefinition[] {
  return tables
    .map((name) => host.definition.tables[name])
    .filter((table) => table !== undefined)
    .filter(
      ({ privileges, forms }) =>
        privileges.create && (hasForm(forms, 'quickCreate') || hasForm(forms, 'main')),
    );
}

/** Has the user create a row: in the quick-create panel where the table has such a form, else in a dialog. */
export function createRow(host: Host, table: TableDefinition): Promise<LookupRow | undefined> {
  if (hasForm(table.forms, 'quickCreate')) return host.dialogs.quickCreate({ table, values: {} });
  return host.dialogs.form({
    page: { pageType: 'entityrecord', table: table.logicalName },
    position: 'center',
  });
}

const hasForm = (forms: TableDefinition['forms'], type: string): boolean =>
  forms.some((form) => form.type === type);
