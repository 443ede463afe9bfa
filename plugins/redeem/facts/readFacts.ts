import type { PluginContext } from '../../contract/plugin.js';
import { lookupHash } from '../../invitation/code.js';
import { dayIn } from '../../invitation/expiry.js';
import type { Who } from '../redemption.js';
import { readContactFacts } from './contactFacts.js';
import type { ReadTogether, RedemptionFacts } from './redemptionFacts.js';
import { readVisitorFacts } from './visitorFacts.js';

/**
 * Reads all that a redemption is decided on: in one request for a contact, in two for a visitor.
 *
 * @throws InvitationError when Dataverse does not answer, or codes cannot be read
 */
export function readFacts(
  { code, contactId, visitor }: Who & { readonly code: string },
  { dataverse, settings }: Pick<PluginContext, 'dataverse' | 'settings'>,
  read: ReadTogether,
  alsoExpand: readonly string[] = [],
): Promise<RedemptionFacts> {
  const codeHash = lookupHash(code);
  return visitor === undefined
    ? readContactFacts(codeHash, contactId, read)
    : readVisitorFacts(codeHash, visitor, { read, dataverse, policy: settings(), alsoExpand });
}

/** The calendar day by which expiry is judged, in the makers' time zone. */
export const todayOf = ({ settings, now }: Pick<PluginContext, 'settings' | 'now'>): string =>
  dayIn(settings().timeZone, now());
