import type { PluginContext } from '../contract/plugin.js';
import type { Dataverse } from '../dataverse/door.js';
import { askedBy } from './askedBy.js';
import { behindLocks } from './behindLocks.js';
import type { ReadTogether } from './facts/redemptionFacts.js';
import { oneAtATime } from './oneAtATime.js';
import { redeemInRounds } from './redeemInRounds.js';
import type { Alongside, Redemption, RedemptionRequest } from './redemption.js';
import { tooManyAnswer } from './refusal.js';

/** The queue of each code in a service. */
const queues = new WeakMap<Dataverse, ReturnType<typeof oneAtATime>>();

/**
 * Redeems a code for a contact or a visitor: the one function behind every door. One read for a contact, two for a visitor, and one
 * transaction; the workflow, if there is one, is started afterwards by the workflow plugin.
 *
 * @param alongside writes for the same transaction, when it grants
 * @returns a definite answer, whatever the code
 * @throws InvitationError when there is none yet: Dataverse cannot be reached, the service lacks a right, or
 *   the invitation keeps changing. The same request can be repeated without harm.
 */
export const redeem = (
  request: RedemptionRequest,
  context: PluginContext,
  alongside: Alongside = () => [],
): Promise<Redemption> => redeemReading(request, context, alongside, (read) => read);

/**
 * Redeems, with reads of the caller's own in the first request.
 *
 * @param along makes the first read of the attempt one that reads more; what it throws ends the attempt
 */
export function redeemReading(
  request: RedemptionRequest,
  context: PluginContext,
  alongside: Alongside,
  along: (read: ReadTogether) => ReadTogether,
): Promise<Redemption> {
  const asked = askedBy(request);
  const inTurn = queues.get(context.dataverse) ?? oneAtATime();
  queues.set(context.dataverse, inTurn);
  return behindLocks(
    asked,
    context,
    (read) => inTurn(asked.code, () => redeemInRounds(request, context, along(read), alongside)),
    tooManyAnswer,
  );
}
