import type { ColumnDefinition, TableDefinition } from '../../definition/table/tableDefinition.js';
import type { LookupRow } from '../host/host.js';
import { formattedValue, lookupTable } from './annotations.js';

/** The role that each party list stands for ("ActivityParty entity": participation type mask). */
const masks: Readonly<Record<string, number>> = {
  from: 1,
  to: 2,
  cc: 3,
  bcc: 4,
  requiredattendees: 5,
  optionalattendees: 6,
  organizer: 7,
  regarding: 8,
  resources: 10,
  customers: 11,
};

/** The navigation property under which an activity's parties of all roles stand. */
export function partiesOf(table: TableDefinition): string {
  return `${table.logicalName}_activity_parties`;
}

/** The members of one party list of a row that was read with its parties. */
export function readPartyList(
  table: TableDefinition,
  column: ColumnDefinition,
  row: Readonly<Record<string, unknown>>,
): readonly LookupRow[] | null {
  const parties = (row[partiesOf(table)] ?? []) as readonly Readonly<Record<string, unknown>>[];
  const members = parties
    .filter((party) => party['participationtypemask'] === masks[column.logicalName])
    .map((party) => ({
      id: String(party['_partyid_value'] ?? ''),
      name: formattedValue(party, '_partyid_value') ?? '',
      table: lookupTable(party, '_partyid_value') ?? '',
    }))
    .filter(({ id }) => id !== '');
  return members.length === 0 ? null : members;
}
