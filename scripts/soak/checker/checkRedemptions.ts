import { redemptionKey } from '../../tally/key.js';
import { redemptionEffects } from '../../tally/redemptionEffects.js';
import { tally, type Tally } from '../../tally/tally.js';
import type { AskedInvitation } from '../wave/asked.js';
import type { WaveFacts } from './facts.js';
import { redemptionsAllowed } from './redemptionsAllowed.js';
import { tallyViolations, type Violation } from './violation.js';

/**
 * Each redemption that had to succeed is recorded once, none is beyond the maximum, and the count on the invitation is the number of
 * records. Of a group with more askers than uses anybody may be first: then each of them is indeterminate, and the number is certain.
 *
 * @param facts its activities are those of the invitations asked for; others are left out
 */
export function checkRedemptions(
  asked: readonly AskedInvitation[],
  { invitations, activities }: Pick<WaveFacts, 'invitations' | 'activities'>,
): { readonly tally: Tally; readonly violations: readonly Violation[] } {
  const rows = new Map(invitations.map((row) => [row.inv_invitationid, row]));
  const ids = new Set(asked.map(({ plan }) => plan.id));
  const recorded = activities.filter(({ _regardingobjectid_value: id }) => id !== null && ids.has(id));
  const keys = (crowded: boolean): readonly string[] =>
    asked.flatMap((one) => {
      const { askers, redeemed } = redemptionsAllowed(one);
      const isCrowded = askers.length > redeemed;
      return isCrowded === crowded ? askers.map((contact) => redemptionKey(one.plan.id, contact)) : [];
    });
  const found = tally({
    requested: keys(false),
    indeterminate: keys(true),
    effects: redemptionEffects(recorded),
  });

  const counts = new Map<string, number>();
  for (const { _regardingobjectid_value: id } of recorded)
    counts.set(String(id), (counts.get(String(id)) ?? 0) + 1);
  const wrongCounts = asked.flatMap((one): readonly Violation[] => {
    const { redeemed, limit } = redemptionsAllowed(one);
    const subject = one.plan.id;
    const count = counts.get(subject) ?? 0;
    const says = rows.get(subject)?.inv_redemptions ?? 0;
    if (Math.max(count, says) > (limit ?? Infinity)) {
      return [
        { kind: 'redeemed too often', subject, says: `${count} records, count ${says}, maximum ${limit}` },
      ];
    }
    if (count < redeemed || says !== count) {
      return [
        { kind: 'redemption lost', subject, says: `${count} records, count ${says}, asked ${redeemed}` },
      ];
    }
    return [];
  });
  return { tally: found, violations: [...tallyViolations('redemption', found), ...wrongCounts] };
}
