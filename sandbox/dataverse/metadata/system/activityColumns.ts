import type { Column } from '../model.js';
import { platformColumn } from './platformColumn.js';

/** Parties of an activity, by the roles they may have ("ActivityParty table", participation types). */
const partyLists = [
  ['BCC', 'BCC'],
  ['CC', 'CC'],
  ['Customers', 'Customers'],
  ['From', 'From'],
  ['OptionalAttendees', 'Optional Attendees'],
  ['Organizer', 'Organizer'],
  ['Partners', 'Outsource Vendors'],
  ['RequiredAttendees', 'Required Attendees'],
  ['Resources', 'Resources'],
  ['To', 'To'],
] as const;

/** What a custom activity has besides the columns of all activities ("Custom activities"). */
export const customActivityColumns: readonly Column[] = [
  ...partyLists.map(([schemaName, label]) =>
    writable({ schemaName, type: 'partylist', labels: { 1033: label } }),
  ),
  writable({
    schemaName: 'ActivityAdditionalParams',
    type: 'ntext',
    format: 'textarea',
    maxLength: 8192,
    labels: { 1033: 'Additional Parameters' },
  }),
  writable({ schemaName: 'SLAId', type: 'lookup', labels: { 1033: 'SLA' } }),
  {
    ...writable({ schemaName: 'SLAInvokedId', type: 'lookup', labels: { 1033: 'Last SLA applied' } }),
    validForCreate: false,
    validForUpdate: false,
  },
];

function writable(traits: Pick<Column, 'schemaName' | 'type' | 'labels'> & Partial<Column>): Column {
  return {
    ...platformColumn,
    logicalName: traits.schemaName.toLowerCase(),
    validForCreate: true,
    validForUpdate: true,
    ...traits,
  };
}
