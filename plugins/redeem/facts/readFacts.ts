import type { PluginContext } from '../../contract/plugin.js';
import { lookupHash } from '../../invitation/code.js';
import type { Attempt } from '../redemption.js';
import { readContactFacts } from './contactFacts.js';
import { readNobodysFacts } from './nobodysFacts.js';
import type { ReadTogether, RedemptionFacts } from './redemptionFacts.js';
import { readVisitorFacts } from './visitorFacts.js';

/** What else there is to say about reading. */
export interface ReadFactsOptions {
  /** More of what belongs to the invitation; a contact needs none. */
  readonly alsoExpand?: readonly string[];
  /** The facts of the last round, when the same attempt reads again. */
  readonly before?: RedemptionFacts | undefined;
}

/**
 * Reads all that a redemption is decided on: in two requests for a visitor, or one when it is read again, in one for a contact, and for
 * nobody.
 *
 * @throws InvitationError when Dataverse does not answer, or codes cannot be read
 */
export function readFacts(
  { code, contactId, visitor }: Attempt,
  { dataverse, settings }: Pick<PluginContext, 'dataverse' | 'settings'>,
  read: ReadTogether,
  { alsoExpand = [], before }: ReadFactsOptions = {},
): Promise<RedemptionFacts> {
  const codeHash = lookupHash(code);
  if (visitor !== undefined) {
    const expected = before?.asked ?? [];
    return readVisitorFacts(codeHash, visitor, { read, dataverse, policy: settings(), alsoExpand, expected });
  }
  return contactId === undefined
    ? readNobodysFacts(codeHash, read, alsoExpand)
    : readContactFacts(codeHash, contactId, read);
}
