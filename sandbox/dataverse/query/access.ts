import type { Table } from '../metadata/model.js';
import type { Session } from '../organization/organization.js';
import { readFilter } from '../organization/security/readFilter.js';
import { requirePrivilege } from '../organization/security/requirePrivilege.js';
import type { Source } from './scope.js';
import type { Sql } from './sql.js';

/**
 * Refuses a caller without the read privilege. An intersect table has no privileges of its own: who reads a
 * many-to-many relationship needs those of both ends.
 * @throws DataverseError 403
 */
export function requireRead(session: Session, table: Table): void {
  for (const end of guardedTables(session, table)) requirePrivilege(session, end, 'Read');
}

/** The condition that leaves the rows the caller may see; undefined when those are all. */
export function visibleRows(session: Session, source: Source): Sql | undefined {
  if (source.table.isIntersect) return undefined;
  const filter = readFilter(session, source.table, source.sqlAlias);
  return filter === undefined ? undefined : { text: `(${filter.sql})`, parameters: filter.parameters };
}

function guardedTables({ organization: { catalogue } }: Session, table: Table): readonly Table[] {
  if (!table.isIntersect) return [table];
  const relationship = catalogue.manyToMany.find(({ intersect }) => intersect === table.logicalName);
  if (relationship === undefined) return [table];
  return [relationship.first, relationship.second].map((end) => catalogue.table(end.table));
}
