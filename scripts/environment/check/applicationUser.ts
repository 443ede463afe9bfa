import { applicationUsers, type ApplicationUser } from './applicationUsers.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import { places } from './places.js';
import { servicePrivileges } from './servicePrivileges.js';
import type { Subject } from './subject.js';

/** Whether the service's application user is there, enabled, with its role, its profile and their privileges. */
export async function applicationUser(subject: Subject): Promise<readonly EnvironmentCheck[]> {
  const users = await applicationUsers(subject.environment, subject.expected);
  if (users.length === 0) return [absent(subject)];
  const checks = await Promise.all(
    users.map(async (user) => [
      enabled(user),
      role(user, subject),
      profile(user, subject),
      await servicePrivileges(user, subject),
    ]),
  );
  return checks.flat();
}

const name = 'application user';

function absent({ expected }: Subject): EnvironmentCheck {
  const { applicationUser: clientId, role: service } = expected;
  const found =
    clientId === undefined
      ? `no application user holds the role "${service.name}"`
      : `there is none for the application ${clientId}`;
  return {
    name,
    state: 'failed',
    found,
    mend: `npm run check-environment -- --environment URL --create-application-user ${clientId ?? 'CLIENT-ID'}, or ${places.applicationUsers} > New app user.`,
  };
}

function enabled({ name: user, applicationId, isDisabled }: ApplicationUser): EnvironmentCheck {
  const found = `${user} (${applicationId})`;
  if (!isDisabled) return { name, state: 'ok', found };
  return {
    name,
    state: 'failed',
    found: `${found} is deactivated`,
    mend: `Activate it: ${places.applicationUsers}.`,
  };
}

function role({ name: user, roles }: ApplicationUser, { expected }: Subject): EnvironmentCheck {
  const { id, name: wanted } = expected.role;
  const held = roles.find((candidate) => candidate.rootId === id || candidate.name === wanted);
  if (held !== undefined)
    return { name: 'security role', state: 'ok', found: `${user} holds "${held.name}"` };
  const others = roles.map((other) => `"${other.name}"`).join(', ');
  return {
    name: 'security role',
    state: 'failed',
    found: `${user} does not hold "${wanted}"${others === '' ? '' : `, but ${others}`}`,
    mend: `Assign it: ${places.applicationUsers} > ${user} > Edit security roles.`,
  };
}

function profile({ name: user, profiles }: ApplicationUser, { expected }: Subject): EnvironmentCheck {
  const check = 'column security';
  if (profiles.includes(expected.profile))
    return { name: check, state: 'ok', found: `${user} is in "${expected.profile}"` };
  return {
    name: check,
    state: 'failed',
    found: `${user} is not in the profile "${expected.profile}" and cannot read invitation codes`,
    mend: `Add it: ${places.columnSecurityProfiles} > ${expected.profile} > Users > Add.`,
  };
}
