import type { ManyToMany, Table } from '../../metadata/model.js';
import type { Session } from '../organization.js';
import { requireNamedPrivilege } from './requireNamedPrivilege.js';
import { requirePrivilege } from './requirePrivilege.js';

/**
 * Relationships that give rights. Dataverse rules them by privileges of their own rather than by Append, or a user
 * who may edit users could make himself administrator.
 */
const rightsGiving: ReadonlyMap<string, string> = new Map([
  ['systemuserroles_association', 'prvAssignRole'],
  ['teamroles_association', 'prvAssignRole'],
  ['systemuserprofiles_association', 'prvAssignFieldSecurityProfile'],
  ['teamprofiles_association', 'prvAssignFieldSecurityProfile'],
]);

/** A row at one end of a link. */
export interface LinkEnd {
  readonly table: Table;
  readonly id: string;
}

/**
 * Lets pass who may link (or unlink) two existing rows: Append and AppendTo on both. Append is asked of both tables
 * ("Security roles and privileges"), AppendTo of the secondary one ("Associate message privileges"); which one that is
 * hangs on the relationship, not on the request, so the stricter reading holds at either end.
 *
 * @throws DataverseError 403
 */
export function requireLink(session: Session, relationship: ManyToMany, ends: readonly LinkEnd[]): void {
  const own = rightsGiving.get(relationship.schemaName.toLowerCase());
  if (own !== undefined) requireNamedPrivilege(session, own);
  for (const { table, id } of ends) {
    requirePrivilege(session, table, 'Append', id);
    requirePrivilege(session, table, 'AppendTo', id);
  }
}
