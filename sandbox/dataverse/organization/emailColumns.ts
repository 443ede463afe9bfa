import { toStored } from '../storage/columns.js';
import type { ColumnValue } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { Table } from '../metadata/model.js';
import type { Party } from './attributes.js';

/** The text columns of an email that repeat its parties: `sender`, and `torecipients` as `a@b.example;c@d.example;`. */
export function emailColumns(table: Table, parties: readonly Party[]): StoredRow {
  if (table.logicalName !== 'email') return {};
  const addresses = (mask: number) =>
    parties.flatMap((party) =>
      party.mask === mask && party.addressUsed !== undefined ? [party.addressUsed] : [],
    );
  const recipients = addresses(2).map((address) => `${address};`);
  return {
    ...fitting(table, 'sender', addresses(1)[0] ?? null),
    ...fitting(table, 'torecipients', recipients.join('') || null),
  };
}

/** Cut to the column's length: the parties themselves are what counts. */
function fitting(table: Table, name: string, text: string | null): StoredRow {
  const column = table.columns.get(name);
  const value: ColumnValue = text?.slice(0, column?.maxLength) ?? null;
  return column ? toStored(column, value) : {};
}
