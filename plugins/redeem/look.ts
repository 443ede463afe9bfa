import type { PluginContext } from '../contract/plugin.js';
import { lookupHash } from '../invitation/code.js';
import { cardExpands } from './card/invitationCard.js';
import { decide, type Decision } from './decide.js';
import { invitationOf, invitationRead } from './facts/invitationToRedeem.js';
import { oneOf } from './facts/odata.js';
import { readFacts, todayOf } from './facts/readFacts.js';
import type { ReadTogether, RedemptionFacts } from './facts/redemptionFacts.js';
import type { Visitor } from './visitor.js';

/** What a look at a code has found. */
export interface Found {
  readonly facts: RedemptionFacts;
  readonly decision: Decision;
}

/**
 * Looks at a code as a redemption would, without making one: for whoever has not signed in, as nobody. A code that somebody has typed
 * and the service has not hashed yet is not found: hashing it would be a change, and who looks changes nothing.
 *
 * @throws InvitationError when Dataverse does not answer, or codes cannot be read
 */
export async function look(
  { code, visitor }: { readonly code: string; readonly visitor?: Visitor },
  context: PluginContext,
  read: ReadTogether,
): Promise<Found> {
  const facts =
    visitor === undefined
      ? await nobodysFacts(code, read)
      : await readFacts({ code, visitor }, context, read, cardExpands);
  return { facts, decision: decide(facts, context.settings(), todayOf(context)) };
}

async function nobodysFacts(code: string, read: ReadTogether): Promise<RedemptionFacts> {
  const [row] = await read([invitationRead(lookupHash(code), oneOf('contactid', []), cardExpands)]);
  const nobody = { kind: 'nobody', refusal: 'wrongAccount', because: 'stranger' } as const;
  return { invitation: invitationOf(row), redeemer: undefined, joins: {}, nobody, provedInvited: false };
}

/** The invitation that an invited contact who has signed in finds closed, and why; undefined for everybody else. */
export function closedTo({ facts, decision }: Found) {
  const { invitation, redeemer } = facts;
  if (decision.kind !== 'refuse' || decision.outcome !== 'invalidCode') return undefined;
  const { told: why } = decision;
  return why && invitation && redeemer ? { why, invitation, redeemer } : undefined;
}

/** True while the code of an invitation can be redeemed by somebody. */
export const isOpen = (decision: Decision): boolean =>
  !(decision.kind === 'refuse' && decision.outcome === 'invalidCode');
