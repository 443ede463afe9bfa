import { mailKey } from '../../tally/key.js';
import { mailEffects } from '../../tally/mailEffects.js';
import { tally, type Tally } from '../../tally/tally.js';
import type { AskedInvitation } from '../wave/asked.js';
import { addressOf } from '../wave/contacts.js';
import type { WaveFacts } from './facts.js';
import { tallyViolations, type Violation } from './violation.js';

/** Holds the mails that arrived against those that were asked for. */
export function checkMails(
  asked: readonly AskedInvitation[],
  { invitations, mails }: Pick<WaveFacts, 'invitations' | 'mails'>,
): { readonly tally: Tally; readonly violations: readonly Violation[] } {
  const keys = ({ plan, generation }: AskedInvitation): readonly string[] =>
    plan.contacts.map((contact) => mailKey(plan.id, contact, generation));
  const wanted = asked.filter(({ plan, outcome }) => plan.poison === undefined && outcome === 'kept');
  const found = tally({
    requested: wanted.filter(({ isCertain }) => isCertain).flatMap(keys),
    indeterminate: wanted.filter(({ isCertain }) => !isCertain).flatMap(keys),
    effects: mailEffects(mails, {
      invitationOf: new Map(
        invitations.flatMap(({ inv_code: code, inv_invitationid: id }) =>
          code === null ? [] : [[code, id]],
        ),
      ),
      contactOf: new Map(
        asked.flatMap(({ plan }) => plan.contacts.map((contact) => [addressOf(contact), contact])),
      ),
      generationOf: new Map(asked.map(({ plan, generation }) => [plan.id, generation])),
    }),
  });
  return { tally: found, violations: tallyViolations('mail', found) };
}
