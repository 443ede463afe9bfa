import { catchUp } from '../code/catchUp.js';
import type { PluginContext } from '../contract/plugin.js';
import type { DataverseFailure } from '../dataverse/door.js';
import { lackOfRights } from '../dataverse/failure/lackOfRights.js';
import { invitationError } from '../errors/invitationError.js';
import { inviteRedemption } from '../../solution/schema.js';
import type { Ended } from './behindLocks.js';
import type { Already, Decision, Grant } from './decide.js';
import { grantedNow } from './grants/grants.js';
import type { ReadTogether, RedemptionFacts } from './facts/redemptionFacts.js';
import { readAndDecide } from './readAndDecide.js';
import type { Alongside, Granted, Redemption, RedemptionRequest } from './redemption.js';
import { refusalAnswer } from './refusal.js';
import { refusedTask } from './reports/refusedTask.js';
import { reportToOwner } from './reports/reportToOwner.js';
import { redemptionWrites } from './writes/redemptionWrites.js';

/**
 * Rounds of reading and writing before a redemption gives way. Each lost round means that somebody else won one, so a burst cannot go
 * round for ever; a service that is slower than the others loses more often than not.
 */
const roundsAllowed = 100;
/** Answers that may stay away before the redemption is left to a later attempt. */
const silencesAllowed = 3;
/** Refusals of Dataverse that may pass: a plug-in's time-out, a deadlock, a row that is being imported. */
const refusalsAllowed = 1;

const operation = 'a redemption';

/**
 * Reads, decides and writes, until there is a definite answer.
 *
 * @param read makes the reads of the attempt
 * @param alongside writes for the same transaction, when it grants
 * @throws InvitationError when there is none yet
 */
export async function redeemInRounds(
  request: RedemptionRequest,
  context: PluginContext,
  read: ReadTogether,
  alongside: Alongside,
): Promise<Ended<Redemption>> {
  let silences = 0;
  let refusals = 0;
  let hasCaughtUp = false;
  let invitation = 'unknown';
  let before: RedemptionFacts | undefined;

  for (let round = 1; round <= roundsAllowed; round += 1) {
    const { facts, decision } = await readAndDecide(request, context, read, { before });
    before = facts;
    const invitationId = facts.invitation?.inv_invitationid;
    invitation = invitationId ?? invitation;
    const ended = (answer: Redemption) => ({ answer, failed: isGuess(decision), invitationId });
    if (decision.kind === 'refuse') {
      if (decision.outcome !== 'invalidCode' || hasCaughtUp) {
        return ended(refusalAnswer(decision, { what: 'redemption', invitation: invitationId }, context));
      }
      // Read again even if nothing was left to hash: another may have done so since the first reading.
      await catchUp(context);
      hasCaughtUp = true;
      continue;
    }
    if (decision.kind === 'already') {
      // After a silence it is our own transaction that is found.
      const granted = silences > 0 ? grantedNow(decision.invitation, decision.redeemer) : undefined;
      return ended(granted ? redeemed(decision, granted) : alreadyRedeemed(decision));
    }

    const redemption = redeemed(decision, decision.grants.granted);
    const writes = [...redemptionWrites(decision, request), ...alongside(redemption)];
    const written = await context.dataverse.write(writes);
    switch (written.kind) {
      case 'done':
        return ended(redemption);
      case 'exists':
        // A role or link made meanwhile is seen at the next reading. An activity settles it: this contact has
        // redeemed, even if somebody has since cleared the redeemed contact.
        if (await activityExists(decision, read)) return ended(alreadyRedeemed(decision));
        break;
      case 'refused':
        requireRights(written.error);
        refusals += 1;
        if (refusals > refusalsAllowed) return ended(await refused(decision, written.error, context));
        break;
      case 'unknown':
        silences += 1;
        if (silences <= silencesAllowed) break;
        throw invitationError('INV_OUTCOME_UNKNOWN', { operation, reason: written.error.message });
      case 'changed':
      case 'gone':
    }
  }
  throw invitationError('INV_REDEMPTION_CONTENDED', { invitation, attempts: roundsAllowed });
}

/** True for a refusal; but an invited contact who has signed in guesses nothing, though they come too late. */
const isGuess = (decision: Decision): boolean =>
  decision.kind === 'refuse' && !(decision.outcome === 'invalidCode' && decision.told !== undefined);

async function activityExists({ redemptionId }: Grant, read: ReadTogether): Promise<boolean> {
  const [row] = await read([{ set: inviteRedemption.set, key: redemptionId, select: ['statecode'] }]);
  return row !== undefined;
}

/** @throws InvitationError when it is the service itself that lacks a right: the same redemption is right once it has it */
function requireRights(error: DataverseFailure): void {
  const forbidden = lackOfRights(error, operation);
  if (forbidden) throw forbidden;
}

const redeemed = (decision: Grant | Already, granted: Granted): Redemption => ({
  ...alreadyRedeemed(decision),
  outcome: 'redeemed',
  granted,
});

const alreadyRedeemed = ({ redemptionId, redeemer }: Grant | Already): Redemption => ({
  outcome: 'alreadyRedeemed',
  reason: '',
  redemptionId,
  contactId: redeemer.contactid,
});

/** What Dataverse has against a redemption only its administrators can mend, and the owner of the invitation is who asks them. */
async function refused(grant: Grant, error: DataverseFailure, context: PluginContext): Promise<Redemption> {
  const { invitation } = grant;
  const id = invitation.inv_invitationid;
  context.log.error({ invitation: id, errorCode: error.code }, 'Dataverse refused a redemption');
  const { code, message } = invitationError('INV_REDEMPTION_REFUSED', {
    invitation: id,
    reason: error.message,
  });
  await reportToOwner(refusedTask(grant, message), invitation, context);
  return { outcome: 'failed', reason: message, errorCode: code };
}
