import * as z from 'zod';
import type { Credentials } from './credentials.js';
import { readCredentials, type Variables } from './readCredentials.js';

/** The application users that environment variables give, in order, and the sentences that say what is wrong with them. */
export interface ReadIdentities {
  readonly identities: readonly Credentials[];
  readonly problems: readonly string[];
}

/** Application users at most. */
const most = 16;

const variable =
  /^(AZURE_(?:TENANT_ID|CLIENT_ID|CLIENT_SECRET|CLIENT_CERTIFICATE_PATH|FEDERATED_TOKEN_FILE|MANAGED_IDENTITY))_(\d+)$/;

/** What each value must look like. Problems are told without repeating the value, it may be a secret in the wrong place. */
const shapes = z.object({
  AZURE_TENANT_ID: z
    .string()
    .regex(/^[\w.-]+$/, 'must be a GUID or a domain name')
    .optional(),
  AZURE_CLIENT_ID: z.guid('must be a GUID').optional(),
  AZURE_MANAGED_IDENTITY: z.enum(['true', 'false'], 'must be true or false').optional(),
});

/**
 * Reads the service's application users: the first from AZURE_CLIENT_ID and its companions, further ones from the same names with
 * the suffixes _2, _3 … _16. A further one has the tenant of the first unless it is given its own.
 */
export function readIdentities(given: Variables): ReadIdentities {
  const numbered = groupBySuffix(given);
  const highest = Math.max(1, ...numbered.keys());
  if (highest > most) return { identities: [], problems: [`at most ${most} application users can be given`] };

  const identities: Credentials[] = [];
  const problems: string[] = [];
  for (let number = 1; number <= highest; number += 1) {
    const own = number === 1 ? given : numbered.get(number);
    if (own === undefined) {
      problems.push(`AZURE_CLIENT_ID_${number} is missing, although there is a higher number`);
      continue;
    }
    const named = (name: string): string => (number === 1 ? name : `${name}_${number}`);
    problems.push(...shapeProblems(own, named));
    const read = readCredentials({ AZURE_TENANT_ID: given.AZURE_TENANT_ID, ...own }, named);
    problems.push(...read.problems);
    if (read.credentials === undefined) continue;
    // Service protection counts for each user, so the same user twice would only be turned away twice as often.
    if (identities.some((other) => other.clientId === read.credentials.clientId))
      problems.push(`${named('AZURE_CLIENT_ID')} is given twice`);
    identities.push(read.credentials);
  }
  return { identities, problems };
}

/** The variables of each further identity under their plain names. */
function groupBySuffix(given: Variables): ReadonlyMap<number, Variables> {
  const groups = new Map<number, Record<string, string | undefined>>();
  for (const [name, value] of Object.entries(given)) {
    const [, plain, suffix] = variable.exec(name) ?? [];
    if (plain === undefined || value === undefined) continue;
    const number = Number(suffix);
    groups.set(number, { ...groups.get(number), [plain]: value });
  }
  groups.delete(1);
  groups.delete(0);
  return groups;
}

const shapeProblems = (own: Variables, named: (name: string) => string): readonly string[] =>
  (shapes.safeParse(own).error?.issues ?? []).map(
    ({ path, message }) => `${named(String(path[0]))} ${message}`,
  );
