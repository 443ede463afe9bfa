import type { Session } from '../organization/organization.js';
import { ensureLink } from './link.js';
import { ensureRow } from './installRow.js';
import { developmentUsers } from './wellKnown.js';
import type { DevelopmentUser, DevelopmentUserName } from './wellKnown.js';

/** What a development user may do, by the names of roles and column security profiles. */
export interface UserAssignment {
  readonly name: DevelopmentUserName;
  readonly roles: readonly string[];
  readonly profiles?: readonly string[];
}

/**
 * The development users, with the roles and profiles they are to have. Assignments are added to those a user has.
 *
 * @throws Error naming a role or a profile that no solution has
 */
export function installUsers(session: Session, assignments: readonly UserAssignment[]): void {
  for (const user of Object.values<DevelopmentUser>(developmentUsers)) installUser(session, user);
  for (const { name, roles, profiles = [] } of assignments) {
    const user = { table: 'systemuser', id: developmentUsers[name].id };
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

function roleId({ organization }: Session, name: string): string {
  const role = organization.catalogue.solutions
    .flatMap(({ roles }) => roles)
    .find((candidate) => candidate.name === name);
  if (role === undefined) throw new Error(`There is no security role "${name}" in the solutions.`);
  return role.id;
}

function profileId({ organization }: Session, name: string): string {
  const profile = organization.catalogue.solutions
    .flatMap(({ fieldSecurityProfiles }) => fieldSecurityProfiles)
    .find((candidate) => candidate.name === name);
  if (profile === undefined)
    throw new Error(`There is no column security profile "${name}" in the solutions.`);
  return profile.id;
}
