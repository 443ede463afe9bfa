import type { PluginContext } from '../../contract/plugin.js';
import { refusedError } from '../../dataverse/failure/refusedError.js';
import { keptAnswer, keptRead, keptWrites, type IdempotencyKey } from './keptAnswer.js';
import { redeemReading } from '../redeem.js';
import type { ReadTogether } from '../facts/redemptionFacts.js';
import type { Redemption, RedemptionRequest } from '../redemption.js';

export type { IdempotencyKey } from './keptAnswer.js';

/** Ends an attempt from within its reads: the key has its answer. */
class Answered extends Error {
  constructor(readonly redemption: Redemption) {
    super('answered before');
  }
}

/**
 * Redeems like redeem, at most once for a key: a success is kept with the key in the transaction of the redemption, and a repeat
 * gets the same answer. A refusal is not kept.
 *
 * @throws InvitationError INV_IDEMPOTENCY_KEY_REUSED when the key was used for another request; else as redeem
 */
export async function redeemOnce(
  request: RedemptionRequest,
  once: IdempotencyKey,
  context: PluginContext,
): Promise<Redemption> {
  const along =
    (read: ReadTogether): ReadTogether =>
    async (reads) => {
      const answers = await read([...reads, keptRead(once)]);
      const kept = answers[reads.length];
      if (kept) throw new Answered(keptAnswer(kept, once));
      return answers.slice(0, reads.length);
    };
  try {
    const redemption = await redeemReading(request, context, (done) => keptWrites(done, once), along);
    // That they had redeemed before wrote nothing, so nothing is kept with the key yet.
    return redemption.outcome === 'alreadyRedeemed'
      ? await keep(redemption, request, once, context)
      : redemption;
  } catch (error) {
    if (error instanceof Answered) return error.redemption;
    throw error;
  }
}

async function keep(
  redemption: Redemption,
  request: RedemptionRequest,
  once: IdempotencyKey,
  context: PluginContext,
): Promise<Redemption> {
  const written = await context.dataverse.write(keptWrites(redemption, once));
  switch (written.kind) {
    case 'exists':
      // The same key at the same moment, or our own after a silence: what is kept is the answer.
      return redeemOnce(request, once, context);
    case 'refused':
      throw refusedError(written.error, 'keeping an idempotency key');
    default:
      return redemption;
  }
}
