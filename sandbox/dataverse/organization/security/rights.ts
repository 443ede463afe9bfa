import type { Depth, FieldPermission } from '../../metadata/solution.js';
import { lesserDepth } from './depth.js';

/** What a user may do to a secured column. */
export type ColumnPermission = Pick<FieldPermission, 'read' | 'create' | 'update'>;

/** Everything a user may do, from all roles and column security profiles, the user's own and the teams'. */
export interface Rights {
  readonly userId: string;
  readonly businessUnitId: string;
  readonly teamIds: readonly string[];
  /** Security roles, the teams' included; without any a user cannot sign in. */
  readonly roleIds: readonly string[];
  /** Everything is allowed, secured columns included. */
  readonly isAdministrator: boolean;
  /** Privilege name in lower case → greatest depth. */
  readonly privileges: ReadonlyMap<string, Depth>;
  /** `table.column` → what the profiles allow. */
  readonly columns: ReadonlyMap<string, ColumnPermission>;
}

/** How far a privilege reaches for somebody; undefined when it is not held. */
export function depthOf(rights: Rights, privilege: string): Depth | undefined {
  return rights.isAdministrator ? 'Global' : rights.privileges.get(privilege.toLowerCase());
}

/** What the profiles allow on a secured column; nothing when none names it. */
export function columnPermission(rights: Rights, table: string, column: string): ColumnPermission {
  if (rights.isAdministrator) return { read: true, create: true, update: true };
  return rights.columns.get(`${table}.${column}`) ?? { read: false, create: false, update: false };
}

/**
 * What `acting` may do while `behind` calls on their behalf: each privilege at the lesser of both depths
 * ("Impersonate another user using the Web API"). Ownership stays that of `acting`.
 */
export function intersectRights(acting: Rights, behind: Rights): Rights {
  const privileges = new Map<string, Depth>();
  for (const name of new Set([...acting.privileges.keys(), ...behind.privileges.keys()])) {
    const depth = lesserDepth(depthOf(acting, name), depthOf(behind, name));
    if (depth !== undefined) privileges.set(name, depth);
  }
  const columns = new Map<string, ColumnPermission>();
  for (const key of new Set([...acting.columns.keys(), ...behind.columns.keys()])) {
    const [table = '', column = ''] = key.split('.');
    const one = columnPermission(acting, table, column);
    const other = columnPermission(behind, table, column);
    columns.set(key, {
      read: one.read && other.read,
      create: one.create && other.create,
      update: one.update && other.update,
    });
  }
  return {
    ...acting,
    isAdministrator: acting.isAdministrator && behind.isAdministrator,
    privileges,
    columns,
  };
}
