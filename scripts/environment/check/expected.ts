import { join } from 'node:path';
import {
  columnSecurityProfiles,
  emailTemplates,
  environmentVariables,
  securityRoles,
  solution,
} from '../../../solution/schema.js';
import { solutionFolder } from '../../command/project.js';
import { child, children, readXml } from '../../solution/xml.js';

/** A security role, as the solution brings it. */
export interface ExpectedRole {
  readonly id: string;
  readonly name: string;
  /** Privilege name as the role's file spells it → how far it must reach. */
  readonly privileges: ReadonlyMap<string, PrivilegeDepth>;
}

/** How far a privilege reaches: own rows, business unit, business unit and those below, organization. */
export type PrivilegeDepth = 'Basic' | 'Local' | 'Deep' | 'Global';

/** What an environment must hold for this version of the product. */
export interface Expected {
  readonly solution: { readonly uniqueName: string; readonly version: string };
  /** The role and the column security profile of the service's application user. */
  readonly role: ExpectedRole;
  readonly profile: string;
  /** The role of the people who invite. */
  readonly managerRole: string;
  /** Schema names of the environment variables. */
  readonly variables: readonly string[];
  /** LCIDs that there is an email template for. */
  readonly languages: readonly number[];
  /** Client id of the service's application; left out: every application user that holds the role. */
  readonly applicationUser?: string;
}

/**
 * What this version of the solution's source brings.
 * @param applicationUser client id of the service's application, when it is known
 */
export function readExpected(applicationUser?: string): Expected {
  return {
    solution: { uniqueName: solution.uniqueName, version: solution.version },
    role: readRole(join(solutionFolder, 'Roles', `${securityRoles.invitationService}.xml`)),
    profile: columnSecurityProfiles.invitationCodeService,
    managerRole: securityRoles.invitationManager,
    variables: Object.values(environmentVariables).map((variable) => variable.name),
    languages: emailTemplates.map(({ language }) => language),
    ...(applicationUser === undefined ? {} : { applicationUser: applicationUser.toLowerCase() }),
  };
}

function readRole(file: string): ExpectedRole {
  const role = readXml(file);
  const privileges = children(child(role, 'RolePrivileges'), 'RolePrivilege').map(
    (privilege) =>
      [
        privilege.getAttribute('name') ?? '',
        (privilege.getAttribute('level') ?? '') as PrivilegeDepth,
      ] as const,
  );
  return {
    id: (role.getAttribute('id') ?? '').replace(/[{}]/g, ''),
    name: role.getAttribute('name') ?? '',
    privileges: new Map(privileges),
  };
}
