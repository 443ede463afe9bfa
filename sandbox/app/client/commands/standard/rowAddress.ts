import type { Host, LookupRow } from '../../host/host.js';

/** A row in the Web API: `contacts(id)`. @throws Error for a table the app has not */
export function rowAddress({ definition }: Pick<Host, 'definition'>, row: LookupRow): string {
  const table = definition.tables[row.table];
  if (table === undefined) throw new Error(`The app has no table ${row.table}.`);
  return `${table.setName}(${row.id})`;
}
