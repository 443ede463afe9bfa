import { literal } from './literal.js';
import type { Expected } from './check/expected.js';
import type { Environment, Json } from './environment.js';
import { EnvironmentError } from './environmentError.js';

/** The steps of it that were taken; those that were there already are not among them. */
export type CreationStep = 'user' | 'role' | 'profile';

/**
 * Makes the service's application user: a row of `systemuser` with the application's client id, in the root business unit, with the
 * service's role and column security profile ("Manage application users", "Associate and disassociate table rows using the Web API").
 * What is there already stays as it is, so it may be repeated. Who runs it must be a System Administrator, and the application must
 * be registered in the tenant of the environment.
 *
 * @param clientId GUID of the application
 * @throws EnvironmentError the solution's role or profile is not there, or the rights are not
 */
export async function createApplicationUser(
  environment: Environment,
  clientId: string,
  { role, profile }: Pick<Expected, 'role' | 'profile'>,
): Promise<readonly CreationStep[]> {
  const find = async (): Promise<Json | undefined> =>
    one(
      environment,
      `systemusers?$select=_businessunitid_value&$filter=applicationid eq ${clientId}` +
        '&$expand=systemuserroles_association($select=name),systemuserprofiles_association($select=name)',
    );
  const before = await find();
  if (before === undefined) await createUser(environment, clientId);
  const user = before ?? (await find());
  if (user === undefined) throw new EnvironmentError('The application user was created, but cannot be read.');
  const userId = String(user.systemuserid);
  const steps: CreationStep[] = before === undefined ? ['user'] : [];

  const link = async (step: CreationStep, relationship: string, name: string, target: string) => {
    const held = (user[relationship] ?? []) as readonly Json[];
    if (held.some((row) => row.name === name)) return;
    await environment.send('POST', `systemusers(${userId})/${relationship}/$ref`, {
      '@odata.id': `${environment.url}/api/data/v9.2/${target}`,
    });
    steps.push(step);
  };
  // A user can hold only the copy of a role that belongs to the user's own business unit.
  const unit = String(user._businessunitid_value);
  const roleId = await idOf(
    environment,
    'roles',
    'roleid',
    role.name,
    ` and _businessunitid_value eq ${unit}`,
  );
  await link('role', 'systemuserroles_association', role.name, `roles(${roleId})`);
  const profileId = await idOf(environment, 'fieldsecurityprofiles', 'fieldsecurityprofileid', profile, '');
  await link('profile', 'systemuserprofiles_association', profile, `fieldsecurityprofiles(${profileId})`);
  return steps;
}

async function createUser(environment: Environment, clientId: string): Promise<void> {
  const root = await one(
    environment,
    'businessunits?$select=businessunitid&$filter=_parentbusinessunitid_value eq null',
  );
  await environment.send('POST', 'systemusers', {
    applicationid: clientId,
    'businessunitid@odata.bind': `/businessunits(${String(root?.businessunitid)})`,
  });
}

async function idOf(
  environment: Environment,
  set: string,
  id: string,
  name: string,
  andFilter: string,
): Promise<string> {
  const row = await one(environment, `${set}?$select=${id}&$filter=name eq ${literal(name)}${andFilter}`);
  if (row !== undefined) return String(row[id]);
  throw new EnvironmentError(`The environment has no "${name}". Import the solution first: npm run deploy.`);
}

const one = async (environment: Environment, path: string): Promise<Json | undefined> =>
  (await environment.all(path))[0];
