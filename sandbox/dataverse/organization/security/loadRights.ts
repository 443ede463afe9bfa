import { quote } from '../../storage/columns.js';
import type { Catalogue } from '../../metadata/catalogue.js';
import type { ManyToMany } from '../../metadata/model.js';
import type { Depth } from '../../metadata/solution.js';
import type { Organization } from '../organization.js';
import { greaterDepth } from './depth.js';
import type { ColumnPermission, Rights } from './rights.js';

/** The template every System Administrator role is made from ("Predefined security roles"). */
const systemAdministratorTemplate = '627090ff-40a3-4053-8790-584edc5be201';

/** The relationships that say who holds what. A change in one of their tables, or in those of `holders`, changes rights. */
const memberships = {
  teams: 'teammembership_association',
  userRoles: 'systemuserroles_association',
  teamRoles: 'teamroles_association',
  userProfiles: 'systemuserprofiles_association',
  teamProfiles: 'teamprofiles_association',
} as const;

const holders = ['systemuser', 'team', 'role', 'fieldsecurityprofile', 'businessunit'];

/** Logical names of all tables that rights are read from. */
export function securityTables(catalogue: Catalogue): ReadonlySet<string> {
  return new Set([
    ...holders,
    ...Object.values(memberships).map((name) => relationship(catalogue, name).intersect),
  ]);
}

/**
 * Reads what a user may do. Roles and profiles themselves come from the solutions, by the ids of their rows. A role that
 * a team gives counts as the member's own ("Direct User (Basic) access level and Team privileges"): its depth is
 * measured from the member's business unit.
 */
export function loadRights(organization: Organization, userId: string, businessUnitId: string): Rights {
  const { catalogue, store } = organization;
  const held = (kind: string) =>
    rows
      .filter((row) => row['kind'] === kind && typeof row['id'] === 'string')
      .map((row) => String(row['id']));
  const rows = store.all(holdingsSql(catalogue), [userId]);
  const roleIds = held('role');
  return {
    userId,
    businessUnitId,
    teamIds: held('team'),
    roleIds,
    isAdministrator: rows.some(
      (row) =>
        row['kind'] === 'role' &&
        (row['id'] === systemAdministratorTemplate || row['template'] === systemAdministratorTemplate),
    ),
    privileges: privilegesOf(catalogue, new Set(roleIds)),
    columns: permissionsOf(catalogue, new Set(held('profile'))),
  };
}

/** One query for all a user holds: teams, roles and profiles, directly or through a team. */
function holdingsSql(catalogue: Catalogue): string {
  const teams = linkSource(catalogue, memberships.teams, 'systemuser', 'team');
  const own = (name: string, target: string) => {
    const link = linkSource(catalogue, name, 'systemuser', target);
    return `SELECT ${link.to} AS id FROM ${link.table} WHERE ${link.from} = ?1`;
  };
  const ofTeams = (name: string, target: string) => {
    const link = linkSource(catalogue, name, 'team', target);
    return `SELECT held.${link.to} AS id FROM ${link.table} held JOIN ${teams.table} member ON member.${teams.to} = held.${link.from} WHERE member.${teams.from} = ?1`;
  };
  const role = catalogue.table('role');
  const template = role.columns.has('roletemplateid') ? 'role.roletemplateid' : 'NULL';
  return [
    `SELECT 'team' AS kind, id, NULL AS template FROM (${own(memberships.teams, 'team')})`,
    `SELECT 'role', held.id, ${template} FROM (${own(memberships.userRoles, 'role')} UNION ${ofTeams(memberships.teamRoles, 'role')}) held JOIN ${quote('role')} role ON role.${quote(role.primaryId)} = held.id`,
    `SELECT 'profile', id, NULL FROM (${own(memberships.userProfiles, 'fieldsecurityprofile')} UNION ${ofTeams(memberships.teamProfiles, 'fieldsecurityprofile')})`,
  ].join(' UNION ALL ');
}

function linkSource(catalogue: Catalogue, name: string, near: string, far: string) {
  const { first, second, intersect } = relationship(catalogue, name);
  const column = (table: string) => quote((first.table === table ? first : second).column);
  return { table: quote(intersect), from: column(near), to: column(far) };
}

function relationship(catalogue: Catalogue, name: string): ManyToMany {
  const found = catalogue.manyToMany.find(({ schemaName }) => schemaName.toLowerCase() === name);
  if (!found) throw new Error(`The base tables lack the relationship ${name}.`);
  return found;
}

function privilegesOf(catalogue: Catalogue, roleIds: ReadonlySet<string>): ReadonlyMap<string, Depth> {
  const privileges = new Map<string, Depth>();
  for (const role of catalogue.solutions.flatMap(({ roles }) => roles)) {
    if (!roleIds.has(role.id)) continue;
    for (const [name, depth] of role.privileges) {
      privileges.set(name, greaterDepth(privileges.get(name), depth) ?? depth);
    }
  }
  return privileges;
}

function permissionsOf(
  catalogue: Catalogue,
  profileIds: ReadonlySet<string>,
): ReadonlyMap<string, ColumnPermission> {
  const columns = new Map<string, ColumnPermission>();
  for (const profile of catalogue.solutions.flatMap(({ fieldSecurityProfiles }) => fieldSecurityProfiles)) {
    if (!profileIds.has(profile.id)) continue;
    for (const { table, column, read, create, update } of profile.permissions) {
      const before = columns.get(`${table}.${column}`);
      columns.set(`${table}.${column}`, {
        read: read || before?.read === true,
        create: create || before?.create === true,
        update: update || before?.update === true,
      });
    }
  }
  return columns;
}
