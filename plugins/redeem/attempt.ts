import { catchUp } from '../code/catchUp.js';
import type { PluginContext } from '../contract/plugin.js';
import { lackOfRights } from '../dataverse/failure/lackOfRights.js';
import { invitationError } from '../errors/invitationError.js';
import { reportId } from '../invitation/ids.js';
import { inviteRedemption } from '../../solution/schema.js';
import type { Ended } from './behindLocks.js';
import { decide, type Grant, type Refusal } from './decide.js';
import { grantedNow } from './grants/grants.js';
import type { ReadTogether } from './facts/redemptionFacts.js';
import { readFacts, todayOf } from './facts/readFacts.js';
import type { Alongside, Redemption, RedemptionRequest } from './redemption.js';
import { refusalAnswer } from './refusal.js';
import { reportToOwner } from './reports/reportToOwner.js';
import { redemptionWrites } from './writes/redemptionWrites.js';

/**
 * Rounds of reading and writing before a redemption gives way: each lost round means that somebody else won
 * one.
 */
const roundsAllowed = 20;
/** Answers that may stay away before the redemption is left to a later attempt. */
const silencesAllowed = 3;
/** Refusals of Dataverse that may pass: a plug-in's time-out, a deadlock, a row that is being imported. */
const refusalsAllowed = 1;

/**
 * Reads, decides and writes, until there is a definite answer.
 *
 * @throws InvitationError when there is none yet
 */
export async function attempt(
  request: RedemptionRequest,
  context: PluginContext,
  read: ReadTogether,
  alongside: Alongside,
): Promise<Ended<Redemption>> {
  const { dataverse, settings } = context;
  let silences = 0;
  let refusals = 0;
  let caughtUp = false;

  for (let round = 1; ; round += 1) {
    const facts = await readFacts(request, context, read);
    const decision = decide(facts, settings(), todayOf(context));
    const invitationId = facts.invitation?.inv_invitationid;
    if (decision.kind === 'refuse') {
      if (decision.outcome === 'invalidCode' && !caughtUp) {
        // Read again even if nothing was left to hash: another may have done so since the first reading.
        await catchUp(context);
        caughtUp = true;
        continue;
      }
      const answer = refusalAnswer(decision, { what: 'redemption', invitation: invitationId }, context);
      return { answer, failed: isGuess(decision), invitationId };
    }
    const ended = (answer: Redemption) => ({ answer, failed: false, invitationId });
    const { redemptionId, redeemer } = decision;
    const success = { reason: '', redemptionId, contactId: redeemer.contactid } as const;
    if (decision.kind === 'already') {
      if (silences === 0) return ended({ outcome: 'alreadyRedeemed', ...success });
      // After a silence it is our own transaction that is found.
      return ended({
        outcome: 'redeemed',
        ...success,
        granted: grantedNow(decision.invitation, redeemer),
      });
    }

    const redemption: Redemption = { outcome: 'redeemed', ...success, granted: decision.grants.granted };
    const written = await dataverse.write([...redemptionWrites(decision, request), ...alongside(redemption)]);
    switch (written.kind) {
      case 'done':
        return ended(redemption);
      case 'refused': {
        const forbidden = lackOfRights(written.error, 'a redemption');
        if (forbidden) throw forbidden;
        refusals += 1;
        if (refusals <= refusalsAllowed) break;
        context.log.error(
          { invitation: invitationId, errorCode: written.error.code },
          'Dataverse refused a redemption',
        );
        return ended(await refusedByDataverse(decision, written.error.message, context));
      }
      case 'exists':
        // A role or link made meanwhile is seen at the next reading. An activity settles it: this contact has
        // redeemed, even if somebody has since cleared the redeemed contact.
        if (await activityExists(redemptionId, read))
          return ended({ outcome: 'alreadyRedeemed', ...success });
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
      throw invitationError('INV_REDEMPTION_CONTENDED', {
        invitation: decision.invitation.inv_invitationid,
        attempts: roundsAllowed,
      });
    }
  }
}

/** An invited contact who has signed in guesses nothing, though they come too late. */
const isGuess = (refusal: Refusal): boolean =>
  !(refusal.outcome === 'invalidCode' && refusal.told !== undefined);

async function activityExists(id: string, read: ReadTogether): Promise<boolean> {
  const [row] = await read([{ set: inviteRedemption.set, key: id, select: ['statecode'] }]);
  return row !== undefined;
}

/** What Dataverse has against a redemption only its administrators can mend, and the owner of the invitation is who asks them. */
async function refusedByDataverse(
  { invitation, redeemer }: Grant,
  reason: string,
  context: PluginContext,
): Promise<Redemption> {
  const id = invitation.inv_invitationid;
  const { code, message } = invitationError('INV_REDEMPTION_REFUSED', { invitation: id, reason });
  const task = {
    id: reportId('redemption', id, redeemer.contactid),
    subject: `${redeemer.fullname ?? 'A contact'} could not redeem the invitation “${invitation.inv_name}”`,
    description: `${message}\nNothing was granted. Once the cause is mended, the contact can redeem it with the same link.`,
  };
  await reportToOwner(task, invitation, context);
  return { outcome: 'failed', reason: message, errorCode: code };
}
