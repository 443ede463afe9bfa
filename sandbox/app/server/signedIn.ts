import type { FastifyRequest } from 'fastify';
import { DataverseError } from '../../dataverse/errors.js';
import type { Caller } from '../../dataverse/organization/organization.js';
import { callerFor } from '../../dataverse/organization/security/callerFor.js';
import type { AppParts } from './appParts.js';

/** Who sent the request; undefined for nobody, and for a user who has been disabled or has lost every role. */
export function signedIn(
  { headers }: Pick<FastifyRequest, 'headers'>,
  { organization, sessions }: AppParts,
): Caller | undefined {
  const userId = sessions.userOf(headers);
  if (userId === undefined) return undefined;
  try {
    return callerFor(organization, userId);
  } catch (error) {
    if (error instanceof DataverseError) return undefined;
    throw error;
  }
}
