import * as z from 'zod';
import type { Credentials } from './credentials.js';
import { numberedName, numberedVariables, type Variables } from './numberedVariables.js';
import { readCredentials } from './readCredentials.js';

/** The application users that environment variables give, in order, and the sentences that say what is wrong with them. */
export interface ReadIdentities {
  readonly identities: readonly Credentials[];
  readonly problems: readonly string[];
}

/** Application users at most. */
const most = 16;

const names = [
  'AZURE_TENANT_ID',
  'AZURE_CLIENT_ID',
  'AZURE_CLIENT_SECRET',
  'AZURE_CLIENT_CERTIFICATE_PATH',
  'AZURE_FEDERATED_TOKEN_FILE',
  'AZURE_MANAGED_IDENTITY',
];

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
  const numbered = numberedVariables(given, names);
  const highest = Math.max(1, ...numbered.keys());
  if (highest > most) return { identities: [], problems: [`at most ${most} application users can be given`] };

  const identities: Credentials[] = [];
  const problems: string[] = [];
  for (let number = 1; number <= highest; number += 1) {
    const own = numbered.get(number) ?? (number === 1 ? {} : undefined);
    if (own === undefined) {
      problems.push(`AZURE_CLIENT_ID_${number} is missing, although there is a higher number`);
      continue;
    }
    const named = (name: string): string => numberedName(name, number);
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

const shapeProblems = (own: Variables, named: (name: string) => string): readonly string[] =>
  (shapes.safeParse(own).error?.issues ?? []).map(
    ({ path, message }) => `${named(String(path[0]))} ${message}`,
  );
