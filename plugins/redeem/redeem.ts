import { lookupHash } from '../invitation/code.js';
import { dayIn } from '../invitation/expiry.js';
import { asGuid, nilGuid } from '../invitation/guid.js';
import { inviteRedemption } from '../../solution/schema.js';
import { catchUp } from '../code/catchUp.js';
import type { Dataverse } from '../dataverse/door.js';
import { lackOfRights } from '../dataverse/failure/lackOfRights.js';
import { catalogue } from '../errors/catalogue.js';
import { invitationError } from '../errors/invitationError.js';
import type { PluginContext } from '../contract/plugin.js';
import { createAttempts, type Attempts } from './attempts.js';
import { decide } from './decide.js';
import { oneAtATime } from './oneAtATime.js';
import { readRedemptionFacts } from './redemptionFacts.js';
import { redemptionWrites } from './redemptionWrites.js';
import { refused, type Alongside, type Redemption, type RedemptionRequest } from './redemption.js';

/**
 * Rounds of reading and writing before a redemption gives way: each lost round means that somebody else won
 * one.
 */
const roundsAllowed = 20;
/** Answers that may stay away before the redemption is left to a later attempt. */
const silencesAllowed = 3;

/** What a service remembers of those who redeem: the queue of each code, and who has failed how often. */
const memories = new WeakMap<Dataverse, { inTurn: ReturnType<typeof oneAtATime>; attempts: Attempts }>();

/**
 * Redeems a code for a contact: the one function behind every door. One read, one transaction; the workflow,
 * if there is one, is started afterwards by the workflow plugin.
 *
 * @param alongside writes for the same transaction, when it grants
 * @returns a definite answer, whatever the code
 * @throws InvitationError when there is none yet: Dataverse cannot be reached, the service lacks a right, or
 *   the invitation keeps changing. The same request can be repeated without harm.
 */
export async function redeem(
  request: RedemptionRequest,
  context: PluginContext,
  alongside: Alongside = () => [],
): Promise<Redemption> {
  const safe = { ...request, contactId: asGuid(request.contactId) ?? nilGuid };
  const asked = { address: request.ipAddress, code: lookupHash(request.code) };
  const memory = memories.get(context.dataverse) ?? { inTurn: oneAtATime(), attempts: createAttempts() };
  memories.set(context.dataverse, memory);

  const seconds = memory.attempts.begin(asked, context.now());
  if (seconds > 0) return tooMany(seconds, context);
  let failed = false;
  try {
    const redemption = await memory.inTurn(asked.code, () => attempt(safe, context, alongside));
    failed = refused(redemption);
    return redemption;
  } finally {
    // A success is no guess, and that Dataverse does not answer is nobody's fault who asks.
    if (!failed) memory.attempts.forgive(asked);
  }
}

function tooMany(seconds: number, { log }: PluginContext): Redemption {
  const { message } = invitationError('INV_TOO_MANY_ATTEMPTS', { seconds });
  log.warn({ errorCode: 'INV_TOO_MANY_ATTEMPTS', seconds }, 'redemption refused unseen');
  return { outcome: 'tooManyAttempts', reason: message, retryAfter: seconds };
}

/** What the person is told. Every invalid code gets the same sentence. */
const sentences = {
  invalidCode: catalogue.INV_CODE_INVALID,
  notInvited: catalogue.INV_REDEEMER_NOT_INVITED,
  contactInactive: catalogue.INV_REDEEMER_INACTIVE,
} as const;

async function attempt(
  request: RedemptionRequest,
  context: PluginContext,
  alongside: Alongside,
): Promise<Redemption> {
  const { dataverse, log, now, settings } = context;
  let silences = 0;
  let caughtUp = false;

  for (let round = 1; ; round += 1) {
    const facts = await readRedemptionFacts(request, dataverse);
    const { redeemerPolicy, timeZone } = settings();
    const decision = decide(facts, redeemerPolicy, dayIn(timeZone, now()));
    if (decision.kind === 'refuse') {
      const { outcome } = decision;
      if (outcome === 'invalidCode' && !caughtUp) {
        // Read again even if nothing was left to hash: another may have done so since the first reading.
        await catchUp(context);
        caughtUp = true;
        continue;
      }
      // Why a code is invalid is said here and nowhere else.
      const why = decision.outcome === 'invalidCode' ? decision.why : undefined;
      log.info({ invitation: facts.invitation?.inv_invitationid, outcome, why }, 'redemption refused');
      return { outcome, reason: sentences[outcome] };
    }
    const { redemptionId } = decision;
    if (decision.kind === 'already') {
      // After a silence it is our own transaction that is found.
      return { outcome: silences > 0 ? 'redeemed' : 'alreadyRedeemed', reason: '', redemptionId };
    }

    const invitation = decision.invitation.inv_invitationid;
    const redemption: Redemption = { outcome: 'redeemed', reason: '', redemptionId };
    const written = await dataverse.write([...redemptionWrites(decision, request), ...alongside(redemption)]);
    switch (written.kind) {
      case 'done':
        return redemption;
      case 'refused': {
        const reason = written.error.message;
        const forbidden = lackOfRights(written.error, 'a redemption');
        if (forbidden) throw forbidden;
        log.error({ invitation, errorCode: written.error.code }, 'Dataverse refused a redemption');
        return {
          outcome: 'failed',
          reason: invitationError('INV_REDEMPTION_REFUSED', { invitation, reason }).message,
        };
      }
      case 'exists':
        // A role or link made meanwhile is seen at the next reading. An activity settles it: this contact has
        // redeemed, even if somebody has since cleared the redeemed contact.
        if (await activityExists(redemptionId, context)) return { ...redemption, outcome: 'alreadyRedeemed' };
        break;
      case 'unknown':
        silences += 1;
        if (silences > silencesAllowed) {
          throw invitationError('INV_OUTCOME_UNKNOWN', {
            operation: 'a redemption',
            reason: written.error.message,
          });
        }
        break;
      case 'changed':
      case 'gone':
        break;
    }
    if (round === roundsAllowed) {
      throw invitationError('INV_REDEMPTION_CONTENDED', { invitation, attempts: roundsAllowed });
    }
  }
}

async function activityExists(id: string, { dataverse }: PluginContext): Promise<boolean> {
  const row = await dataverse.row({ set: inviteRedemption.set, key: id, select: ['statecode'] });
  return row !== undefined;
}
