import type { Host } from '../../host/host.js';
import { formattedValue } from '../../values/annotations.js';
import type { TimelineItem } from './formModel.js';

type Row = Readonly<Record<string, unknown>>;

const columns = [
  'activityid',
  'activitytypecode',
  'subject',
  'description',
  'statecode',
  'statuscode',
  'ownerid',
  'modifiedon',
];

/** The newest activities that regard a row or that it takes part in, of all types, each once; none for who may not read activities. */
export async function readActivities(host: Host, rowId: string): Promise<readonly TimelineItem[]> {
  if (host.definition.tables['activitypointer']?.privileges.read === false) return [];
  const queries = [
    activitiesXml(
      `<filter><condition attribute="regardingobjectid" operator="eq" value="${rowId}"/></filter>`,
    ),
    activitiesXml(
      '<link-entity name="activityparty" from="activityid" to="activityid">' +
        `<filter><condition attribute="partyid" operator="eq" value="${rowId}"/></filter></link-entity>`,
    ),
  ];
  const answers = await Promise.all(
    queries.map((query) =>
      host.api.send({ method: 'GET', path: `activitypointers?fetchXml=${encodeURIComponent(query)}` }),
    ),
  );
  const rows = answers.flatMap((answer) => (answer.json() as { readonly value: readonly Row[] }).value);
  const once = new Map(rows.map((row) => [String(row['activityid']), row]));
  return [...once.values()].map((row) => timelineItem(host, row));
}

/** Who an activity is from: the party with the participation type Sender (activityparty). */
const sender =
  '<link-entity name="activityparty" from="activityid" to="activityid" link-type="outer" alias="sender">' +
  '<attribute name="partyid"/>' +
  '<filter><condition attribute="participationtypemask" operator="eq" value="1"/></filter></link-entity>';

function activitiesXml(restriction: string): string {
  const attributes = columns.map((name) => `<attribute name="${name}"/>`).join('');
  const order = '<order attribute="modifiedon" descending="true"/>';
  return `<fetch top="50" distinct="true"><entity name="activitypointer">${attributes}${order}${restriction}${sender}</entity></fetch>`;
}

function timelineItem(host: Host, row: Row): TimelineItem {
  const table = String(row['activitytypecode']);
  const definition = host.definition.tables[table];
  const label = definition?.label ?? formattedValue(row, 'activitytypecode') ?? table;
  // Each type has status reasons of its own under the same numbers: the label on activitypointer may be another's.
  const reason = definition?.columns['statuscode']?.options?.find(({ value }) => value === row['statuscode']);
  return {
    id: String(row['activityid']),
    table,
    label,
    subject: String(row['subject'] ?? ''),
    description: String(row['description'] ?? ''),
    status: reason?.label ?? formattedValue(row, 'statecode') ?? '',
    author: formattedValue(row, 'sender.partyid') ?? formattedValue(row, '_ownerid_value') ?? '',
    modifiedOn: String(row['modifiedon']),
  };
}
