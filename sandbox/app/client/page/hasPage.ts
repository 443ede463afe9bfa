import type { Host } from '../host/host.js';
import { mainForm } from '../host/mainForm.js';

/** Whether the app can show a row of the table: it has a main form, and the user may read rows. */
export function hasPage({ definition }: Pick<Host, 'definition'>, name: string): boolean {
  const table = definition.tables[name];
  return table?.privileges.read === true && mainForm(table) !== undefined;
}
