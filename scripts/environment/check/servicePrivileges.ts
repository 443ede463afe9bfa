import type { Environment, Json } from '../environment.js';
import { EnvironmentError } from '../environmentError.js';
import type { ApplicationUser } from './applicationUsers.js';
import type { EnvironmentCheck } from './environmentCheck.js';
import type { PrivilegeDepth } from './expected.js';
import { literal } from '../literal.js';
import type { Subject } from './subject.js';

const name = 'privileges';
/** From the own rows to all rows. */
const depths: readonly PrivilegeDepth[] = ['Basic', 'Local', 'Deep', 'Global'];

/** Whether the user may do all that the service does: what Dataverse says it holds, against the role as the solution brings it. */
export async function servicePrivileges(
  user: ApplicationUser,
  { environment, expected }: Subject,
): Promise<EnvironmentCheck> {
  const held = await heldPrivileges(environment, user.id);
  if (held === undefined)
    return {
      name,
      state: 'unknown',
      found: `who signed in may not see the privileges of ${user.name}`,
      mend: 'Run the check as somebody who may read users and roles (System Customizer and System Administrator may).',
    };
  const wanting = [...expected.role.privileges].filter(([privilege, depth]) => {
    const has = held.get(privilege.toLowerCase());
    return has === undefined || depths.indexOf(has) < depths.indexOf(depth);
  });
  const missing = await onlyExisting(
    environment,
    wanting.map(([privilege]) => privilege),
  );
  if (missing.length === 0)
    return { name, state: 'ok', found: `${user.name} has all that the service needs` };
  return {
    name,
    state: 'failed',
    found: `${user.name} lacks ${listed(missing)}`,
    mend: `Somebody changed the role "${expected.role.name}" or assigned another: assign it, or import the solution again, npm run deploy -- --environment URL`,
  };
}

/** So many are named; the rest is counted: whoever has no role lacks them all. */
const named = 12;

const listed = (names: readonly string[]): string =>
  names.length > named
    ? `${names.slice(0, named).join(', ')} and ${names.length - named} more`
    : names.join(', ');

/** Privilege name in lower case → depth; undefined when Dataverse does not tell. */
async function heldPrivileges(
  environment: Environment,
  userId: string,
): Promise<ReadonlyMap<string, PrivilegeDepth> | undefined> {
  try {
    const { RolePrivileges: rows } = await environment.get(
      `systemusers(${userId})/Microsoft.Dynamics.CRM.RetrieveUserPrivileges()`,
    );
    return new Map(
      ((rows ?? []) as readonly Json[]).map((row) => [
        String(row.PrivilegeName).toLowerCase(),
        row.Depth as PrivilegeDepth,
      ]),
    );
  } catch (error) {
    if (error instanceof EnvironmentError && error.status === 403) return undefined;
    throw error;
  }
}

/**
 * A role may name a privilege that this environment has not: an import passes over it, since not every environment has the same
 * first-party tables. Where the privileges cannot be read, all of them count.
 */
async function onlyExisting(
  environment: Environment,
  privileges: readonly string[],
): Promise<readonly string[]> {
  if (privileges.length === 0) return [];
  const filter = privileges.map((privilege) => `name eq ${literal(privilege)}`).join(' or ');
  try {
    const rows = await environment.all(`privileges?$select=name&$filter=${filter}`);
    const existing = new Set(rows.map((row) => String(row.name).toLowerCase()));
    return privileges.filter((privilege) => existing.has(privilege.toLowerCase()));
  } catch (error) {
    if (error instanceof EnvironmentError && error.status !== undefined && error.status !== 401)
      return privileges;
    throw error;
  }
}
