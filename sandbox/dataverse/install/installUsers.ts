import type { Session } from '../organization/organization.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import { ensureLink } from './link.js';
import { ensureRow } from './installRow.js';
import { serviceUsers, type ServiceUserName } from './serviceUsers.js';
import { developmentUsers } from './wellKnown.js';
import type { DevelopmentUser, DevelopmentUserName } from './wellKnown.js';

/** What a development user may do, by the names of roles and column security profiles. */
export interface UserAssignment {
  readonly name: DevelopmentUserName | ServiceUserName;
  readonly roles: readonly string[];
  readonly profiles?: readonly string[];
}

/**
 * The development users, with the roles and profiles they are to have. Assignments are added to those a user has.
 *
 * @param serviceUserCount how many application users there are: `service`, `service2` …
 * @throws Error naming a role or a profile that no solution has, or no installed version of it; or a user that is not
 * there; RangeError when there cannot be so many service users
 */
export function installUsers(
  session: Session,
  assignments: readonly UserAssignment[],
  serviceUserCount: number,
): void {
  const users = new Map<string, DevelopmentUser>([
    ...Object.entries(developmentUsers),
    ...serviceUsers(serviceUserCount),
  ]);
  for (const user of users.values()) installUser(session, user);
  for (const { name, roles, profiles = [] } of assignments) {
    const id = users.get(name)?.id;
    if (id === undefined) throw new Error(`There is no user "${name}" in this sandbox.`);
    const user = { table: 'systemuser', id };
    for (const role of roles) ensureLink(session, 'systemuserroles_association', user, roleId(session, role));
    for (const profile of profiles)
      ensureLink(session, 'systemuserprofiles_association', user, profileId(session, profile));
  }
}

function installUser(session: Session, user: DevelopmentUser): void {
  const isApplication = user.applicationId !== undefined;
  ensureRow(session, 'systemuser', user.id, {
    firstname: user.firstName,
    lastname: user.lastName,
    domainname: user.domainName,
    internalemailaddress: user.domainName,
    applicationid: user.applicationId ?? null,
    businessunitid: { table: 'businessunit', id: session.organization.businessUnitId },
    isdisabled: false,
    emailrouteraccessapproval: isApplication ? 0 : 1,
  });
  ensureRow(session, 'usersettings', user.id, { issendasallowed: !isApplication });
}

function roleId(session: Session, name: string): string {
  const roles = session.organization.catalogue.solutions.flatMap((solution) => solution.roles);
  return installedId(session, 'role', 'security role', name, roles);
}

function profileId(session: Session, name: string): string {
  const profiles = session.organization.catalogue.solutions.flatMap(
    (solution) => solution.fieldSecurityProfiles,
  );
  return installedId(session, 'fieldsecurityprofile', 'column security profile', name, profiles);
}

function installedId(
  session: Session,
  tableName: string,
  kind: string,
  name: string,
  defined: readonly { readonly id: string; readonly name: string }[],
): string {
  const found = defined.find((candidate) => candidate.name === name);
  if (found === undefined) throw new Error(`There is no ${kind} "${name}" in the solutions.`);
  const table = session.organization.catalogue.table(tableName);
  if (retrieveStored(session, table, found.id) === undefined) {
    throw new Error(
      `The ${kind} "${name}" is newer than the solution in the data file. Raise the solution's version to install it.`,
    );
  }
  return found.id;
}
