import type { PluginContext } from '../contract/plugin.js';
import { dayIn } from '../invitation/expiry.js';
import { decide, type Decision } from './decide.js';
import { readFacts, type ReadFactsOptions } from './facts/readFacts.js';
import type { ReadTogether, RedemptionFacts } from './facts/redemptionFacts.js';
import type { Attempt } from './redemption.js';

/** What was read, and what is decided on it. */
export interface Decided {
  readonly facts: RedemptionFacts;
  readonly decision: Decision;
}

/**
 * Reads and decides what a redemption would be, and changes nothing: the same for whoever redeems, looks at a code or asks for a new one.
 * A code that somebody has typed and the service has not hashed yet is not found.
 *
 * @throws InvitationError when Dataverse does not answer, or codes cannot be read
 */
export async function readAndDecide(
  attempt: Attempt,
  context: PluginContext,
  read: ReadTogether,
  options?: ReadFactsOptions,
): Promise<Decided> {
  const facts = await readFacts(attempt, context, read, options);
  const settings = context.settings();
  return { facts, decision: decide(facts, settings, dayIn(settings.timeZone, context.now())) };
}

/** The invitation that an invited contact who has signed in finds closed, and why; undefined for everybody else. */
export function closedTo({ facts, decision }: Decided) {
  const { invitation, redeemer } = facts;
  if (decision.kind !== 'refuse' || decision.outcome !== 'invalidCode') return undefined;
  const { told: why } = decision;
  return why && invitation && redeemer ? { why, invitation, redeemer } : undefined;
}

/** True while the code of an invitation can be redeemed by somebody. */
export const isOpen = (decision: Decision): boolean =>
  !(decision.kind === 'refuse' && decision.outcome === 'invalidCode');
