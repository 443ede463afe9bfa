import type { Table } from '../../metadata/model.js';
import type { Reference } from '../attributes.js';
import type { Session } from '../organization.js';
import { requirePrivilege } from './requirePrivilege.js';

/**
 * Lets pass who may set lookups of a row: Append on the row, AppendTo on every row it then refers to
 * ("Security roles and privileges"). Nothing is asked for when no lookup is set.
 *
 * @throws DataverseError 403
 */
export function requireAppendTo(
  session: Session,
  table: Table,
  id: string,
  targets: readonly Reference[],
): void {
  if (targets.length === 0) return;
  requirePrivilege(session, table, 'Append', id);
  for (const target of targets) {
    requirePrivilege(
      session,
      session.organization.catalogue.table(target.table),
      'AppendTo',
      target.id.toLowerCase(),
    );
  }
}
