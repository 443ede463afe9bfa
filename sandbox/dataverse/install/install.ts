import type { Organization } from '../organization/organization.js';
import { systemSession } from '../organization/systemSession.js';
import { installDefinitions } from './installDefinitions.js';
import { installOrganization } from './installOrganization.js';
import { installDefaultSolution } from './installSolutionRow.js';
import { installProcesses } from './installProcesses.js';
import { installUsers } from './installUsers.js';
import type { UserAssignment } from './installUsers.js';

export type { UserAssignment } from './installUsers.js';

/** What is installed besides the solutions. */
export interface InstallOptions {
  /** Roles and column security profiles for development users, besides those of `baseAssignments`. */
  readonly users?: readonly UserAssignment[];
  /** Application users for services: `service`, `service2` …; 1 by default. */
  readonly serviceUsers?: number;
}

/** What the development users may do in any sandbox. An application user gets no role by itself, as in Dataverse. */
const baseAssignments: readonly UserAssignment[] = [
  { name: 'admin', roles: ['System Administrator'] },
  { name: 'manager', roles: ['Basic User'] },
  { name: 'reader', roles: ['Read Only'] },
];

/**
 * Makes the organization's tables an organization: its own rows, the definitions of its solutions as rows, processes
 * and development users. On a store that has been installed before, a solution of another version is an upgrade, which
 * brings its definitions up to date; all other rows stay as they are. One transaction.
 *
 * @throws Error when a user, role or profile in `users` does not exist; RangeError for too many service users
 */
export function install(
  organization: Organization,
  { users = [], serviceUsers = 1 }: InstallOptions = {},
): void {
  const session = systemSession(organization);
  organization.store.transaction(() => {
    installOrganization(session);
    installDefaultSolution(session);
    installDefinitions(session);
    installProcesses(session);
    installUsers(session, [...baseAssignments, ...users], serviceUsers);
  });
}
