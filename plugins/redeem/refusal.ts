import type { PluginContext } from '../contract/plugin.js';
import { securityEvent } from '../contract/securityEvent.js';
import { catalogue, type ErrorCode } from '../errors/catalogue.js';
import { invitationError } from '../errors/invitationError.js';
import type { Refusal } from './decide.js';
import type { Redemption } from './redemption.js';

/** What was asked for, for the log. */
export interface AskedFor {
  readonly what: 'redemption' | 'look';
  readonly invitation: string | undefined;
}

/**
 * The answer of a refusal. Every invalid code gets the same sentence; why it is invalid is said in the log, and to an invited contact who
 * has signed in.
 */
export function refusalAnswer(refusal: Refusal, asked: AskedFor, context: PluginContext): Redemption {
  const errorCode = codeOf(refusal);
  tellRefusal(refusal, asked, context);
  const told = refusal.outcome === 'invalidCode' ? refusal.told : undefined;
  return {
    outcome: refusal.outcome,
    reason: catalogue[errorCode],
    errorCode,
    ...(told === undefined ? {} : { why: told }),
  };
}

/** Tells the log of a refusal, and whoever watches over the doors. */
export function tellRefusal(refusal: Refusal, { what, invitation }: AskedFor, context: PluginContext): void {
  const because = refusal.outcome === 'contactInactive' ? undefined : refusal.because;
  context.log.info({ invitation, outcome: refusal.outcome, because }, `${what} refused`);
  if (refusal.outcome !== 'notInvited') return;
  const event = refusal.refusal === 'identityTaken' ? 'takeoverRefused' : 'wrongAccount';
  securityEvent(context, event, { invitation, because });
}

/** The answer when there were too many attempts. */
export function tooManyAnswer(seconds: number): Redemption {
  const { code, message } = invitationError('INV_TOO_MANY_ATTEMPTS', { seconds });
  return { outcome: 'tooManyAttempts', reason: message, errorCode: code, retryAfter: seconds };
}

function codeOf(refusal: Refusal) {
  switch (refusal.outcome) {
    case 'invalidCode':
      return 'INV_CODE_INVALID' satisfies ErrorCode;
    case 'contactInactive':
      return 'INV_REDEEMER_INACTIVE' satisfies ErrorCode;
    case 'notInvited':
      return refusal.refusal === 'identityTaken' ? 'INV_IDENTITY_TAKEN' : 'INV_REDEEMER_NOT_INVITED';
  }
}
