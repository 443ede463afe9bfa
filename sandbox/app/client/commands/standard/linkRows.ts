import type { Relationship } from '../../../definition/table/tableDefinition.js';
import type { GridModel } from '../../grid/model/gridModel.js';
import type { Host, LookupRow } from '../../host/host.js';
import { eachRow } from './eachRow.js';
import { rowPath } from '../../host/rowPath.js';

/** The row that a subgrid's rows are linked to by a many-to-many relationship. */
export interface LinkedParent {
  readonly row: LookupRow;
  readonly relationship: Extract<Relationship, { kind: 'ManyToMany' }>;
}

/** Undefined for every other list. */
export function linkedParent({ parent }: GridModel): LinkedParent | undefined {
  return parent?.relationship.kind === 'ManyToMany'
    ? { row: parent.row, relationship: parent.relationship }
    : undefined;
}

/** Links rows to the parent ("Associate and disassociate table rows using the Web API"). @throws what `eachRow` throws */
export async function linkRows(
  host: Host,
  { row: parent, relationship }: LinkedParent,
  rows: readonly LookupRow[],
): Promise<void> {
  await eachRow(host, rows, host.text('commands.linking'), (row) =>
    host.api.send({
      method: 'POST',
      path: `${rowPath(host.definition, parent)}/${relationship.navigation}/$ref`,
      body: { '@odata.id': `${host.api.clientUrl}/api/data/v9.2/${rowPath(host.definition, row)}` },
    }),
  );
}

/** Takes the links away; the rows stay. @throws what `eachRow` throws */
export async function unlinkRows(
  host: Host,
  { row: parent, relationship }: LinkedParent,
  rows: readonly LookupRow[],
): Promise<void> {
  await eachRow(host, rows, host.text('commands.unlinking'), (row) =>
    host.api.send({
      method: 'DELETE',
      path: `${rowPath(host.definition, parent)}/${relationship.navigation}(${row.id})/$ref`,
    }),
  );
}
