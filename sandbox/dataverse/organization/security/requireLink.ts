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
 * Lets pass who may link (or unlink) two existing rows: Append on the near one, AppendTo on the far one
 * ("Associate and disassociate table rows").
 *
 * @throws DataverseError 403
 */
export function requireLink(session: Session, relationship: ManyToMany, near: LinkEnd, far: LinkEnd): void {
  const own = rightsGiving.get(relationship.schemaName.toLowerCase());
  if (own !== undefined) requireNamedPrivilege(session, own);
  requirePrivilege(session, near.table, 'Append', near.id);
  requirePrivilege(session, far.table, 'AppendTo', far.id);
}
