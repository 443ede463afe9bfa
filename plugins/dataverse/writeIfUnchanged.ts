import { invitationError } from '../errors/invitationError.js';
import type { Dataverse, Write } from './door.js';
import { lackOfRights } from './failure/lackOfRights.js';

/**
 * Leaves a result on a row that is still the one that was read: `write` carries its version. Whoever changed the row meanwhile has
 * made the result old news.
 *
 * @param operation what it is, in words: `the answer to a redemption request`
 * @returns `changed` when the row is another or gone, `exists` when its alternate key is another row's, `unknown` when nobody can tell
 * @throws InvitationError when Dataverse refuses it
 */
export async function writeIfUnchanged(
  write: Write,
  operation: string,
  dataverse: Dataverse,
): Promise<'done' | 'changed' | 'exists' | 'unknown'> {
  const outcome = await dataverse.write([write]);
  switch (outcome.kind) {
    case 'gone':
      return 'changed';
    case 'refused':
      throw (
        lackOfRights(outcome.error, operation) ??
        invitationError('INV_DATAVERSE_REFUSED', { operation, reason: outcome.error.message })
      );
    default:
      return outcome.kind;
  }
}
