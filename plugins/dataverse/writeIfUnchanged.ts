import type { Dataverse, Write } from './door.js';
import { refusedError } from './failure/refusedError.js';

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
      throw refusedError(outcome.error, operation);
    default:
      return outcome.kind;
  }
}
