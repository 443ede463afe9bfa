import type { Tally } from '../../tally/tally.js';
import type { AskedInvitation } from '../wave/asked.js';
import { checkAnswers } from './checkAnswers.js';
import { checkCodes } from './checkCodes.js';
import { checkGrants } from './checkGrants.js';
import { checkMails } from './checkMails.js';
import { checkRedemptions } from './checkRedemptions.js';
import { checkStates } from './checkStates.js';
import type { WaveFacts } from './facts.js';
import type { Violation } from './violation.js';

/** What a wave came to. */
export interface Verdict {
  readonly mails: Tally;
  readonly redemptions: Tally;
  readonly violations: readonly Violation[];
}

/** Holds all that was asked for against all that is there. Pure. */
export function checkWave(asked: readonly AskedInvitation[], facts: WaveFacts): Verdict {
  const mails = checkMails(asked, facts);
  const redemptions = checkRedemptions(asked, facts);
  return {
    mails: mails.tally,
    redemptions: redemptions.tally,
    violations: [
      ...mails.violations,
      ...checkStates(asked, facts),
      ...checkCodes(facts),
      ...redemptions.violations,
      ...checkAnswers(asked, facts),
      ...checkGrants(asked, facts),
    ],
  };
}
