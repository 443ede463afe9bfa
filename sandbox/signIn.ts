import { serviceUsers } from './dataverse/install/serviceUsers.js';
import { developmentUsers, type DevelopmentUser } from './dataverse/install/wellKnown.js';
import { findApplication, type Application } from './dataverse/server/identity/application.js';

/** The options of a sandbox that say how services sign in. */
export interface ServiceSignIn {
  readonly applications?: readonly Application[];
  readonly serviceSecret?: string;
  readonly developmentTokens?: boolean;
}

const developmentSecret = 'sandbox-secret';

/** The development tokens of a sandbox with so many service users: `dev-admin` … → systemuserid. */
export function developmentTokens(serviceUserCount: number): ReadonlyMap<string, string> {
  const users = [...Object.entries<DevelopmentUser>(developmentUsers), ...serviceUsers(serviceUserCount)];
  return new Map(users.map(([name, { id }]) => [`dev-${name}`, id]));
}

/** The applications of so many service users, with what `applications` says of them, and the others it names. */
export function serviceApplications(
  { applications = [], serviceSecret, developmentTokens: accepted }: ServiceSignIn,
  serviceUserCount: number,
): readonly Application[] {
  const secret = serviceSecret ?? (accepted === true ? developmentSecret : undefined);
  const own = [...serviceUsers(serviceUserCount).values()]
    .filter(({ applicationId }) => findApplication(applications, applicationId) === undefined)
    .map(({ applicationId }) => ({
      clientId: applicationId,
      ...(secret === undefined ? {} : { secret }),
    }));
  return [...own, ...applications];
}
