import type { Environment, Json } from '../environment.js';
import type { Expected } from './expected.js';
import { literal } from '../literal.js';

/** A user that stands for an application, and what it holds. */
export interface ApplicationUser {
  readonly id: string;
  readonly name: string;
  /** Client id. */
  readonly applicationId: string;
  readonly isDisabled: boolean;
  /** Security roles, directly or through a team. */
  readonly roles: readonly HeldRole[];
  /** Names of column security profiles, directly or through a team. */
  readonly profiles: readonly string[];
}

/** A role that a user holds. Each business unit has a copy of every role, which names the one it is a copy of. */
export interface HeldRole {
  readonly id: string;
  readonly name: string;
  readonly rootId: string;
}

const roleColumns = '$select=roleid,name,_parentrootroleid_value';

/**
 * The application users the service may sign in as: the one of the given client id, else every one that holds the service's
 * role itself.
 */
export async function applicationUsers(
  environment: Environment,
  { applicationUser, role }: Expected,
): Promise<readonly ApplicationUser[]> {
  const filter =
    applicationUser === undefined
      ? `applicationid ne null and systemuserroles_association/any(r:r/name eq ${literal(role.name)})`
      : `applicationid eq ${applicationUser}`;
  const rows = await environment.all(
    `systemusers?$select=fullname,applicationid,isdisabled&$filter=${filter}` +
      `&$expand=systemuserroles_association(${roleColumns}),systemuserprofiles_association($select=name)`,
  );
  return Promise.all(rows.map((row) => withTeams(environment, row)));
}

async function withTeams(environment: Environment, row: Json): Promise<ApplicationUser> {
  const id = String(row.systemuserid);
  const teams = await environment.all(
    `teams?$select=name&$filter=teammembership_association/any(u:u/systemuserid eq ${id})` +
      `&$expand=teamroles_association(${roleColumns}),teamprofiles_association($select=name)`,
  );
  const roles = [row.systemuserroles_association, ...teams.map((team) => team.teamroles_association)];
  const profiles = [
    row.systemuserprofiles_association,
    ...teams.map((team) => team.teamprofiles_association),
  ];
  return {
    id,
    name: String(row.fullname ?? row.applicationid),
    applicationId: String(row.applicationid),
    isDisabled: row.isdisabled === true,
    roles: roles.flatMap(rowsOf).map((role) => ({
      id: String(role.roleid),
      name: String(role.name),
      rootId: String(role._parentrootroleid_value ?? role.roleid),
    })),
    profiles: profiles.flatMap(rowsOf).map((profile) => String(profile.name)),
  };
}

const rowsOf = (value: unknown): readonly Json[] => (Array.isArray(value) ? (value as Json[]) : []);
