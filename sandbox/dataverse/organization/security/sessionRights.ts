import { quote } from '../../storage/columns.js';
import type { Organization, Session } from '../organization.js';
import { isSystem } from '../systemSession.js';
import { loadRights, securityTables } from './loadRights.js';
import type { Rights } from './rights.js';
import { intersectRights } from './rights.js';

interface Known {
  readonly rights: Map<string, Rights>;
  readonly tables: ReadonlySet<string>;
  /** A security row changed in the run that is under way; it may still be rolled back. */
  unsettled: boolean;
}

const knownByOrganization = new WeakMap<Organization, Known>();

/** What the session's caller may do; with impersonation, what both users may. */
export function sessionRights(session: Session): Rights {
  const { organization, caller } = session;
  if (isSystem(session)) return systemRights(session);
  const acting = userRights(organization, caller.userId);
  if (caller.onBehalfOf === undefined) return acting;
  return intersectRights(acting, userRights(organization, caller.onBehalfOf));
}

/** What a user may do, remembered until a row changes that rights are read from. */
export function userRights(organization: Organization, userId: string): Rights {
  const known = knownOf(organization);
  const remembered = known.rights.get(userId);
  if (remembered) return remembered;
  const rights = loadRights(organization, userId, businessUnitOf(organization, userId));
  if (!known.unsettled) known.rights.set(userId, rights);
  return rights;
}

/**
 * To be called after every write, with the table written to. When rights hang on the table, they are read anew; and
 * none are remembered until the current run is over, because its transaction may still be rolled back.
 * (Everything in the sandbox is synchronous, so a microtask runs after the request that changed the row.)
 */
export function noteChange(organization: Organization, table: string): void {
  const known = knownOf(organization);
  if (!known.tables.has(table)) return;
  known.rights.clear();
  if (known.unsettled) return;
  known.unsettled = true;
  queueMicrotask(() => {
    known.unsettled = false;
  });
}

function knownOf(organization: Organization): Known {
  const known = knownByOrganization.get(organization) ?? {
    rights: new Map<string, Rights>(),
    tables: securityTables(organization.catalogue),
    unsettled: false,
  };
  knownByOrganization.set(organization, known);
  return known;
}

function systemRights({ caller }: Session): Rights {
  return {
    userId: caller.userId,
    businessUnitId: caller.businessUnitId,
    teamIds: [],
    roleIds: [],
    isAdministrator: true,
    privileges: new Map(),
    columns: new Map(),
  };
}

function businessUnitOf(organization: Organization, userId: string): string {
  const row = organization.store.one(
    `SELECT ${quote('businessunitid')} AS unit FROM ${quote('systemuser')} WHERE ${quote('systemuserid')} = ?`,
    [userId],
  );
  return typeof row?.['unit'] === 'string' ? row['unit'] : organization.businessUnitId;
}
