import { redemptionRequest } from '../../../solution/schema.js';
import type { AskedInvitation, AskedRedemption } from '../wave/asked.js';
import type { RequestFacts, WaveFacts } from './facts.js';
import type { Violation } from './violation.js';

const { outcome: outcomes, state } = redemptionRequest;

/** Every redemption request is answered, keeps no code, and its answer is what happened. */
export function checkAnswers(
  asked: readonly AskedInvitation[],
  { requests, activities }: Pick<WaveFacts, 'requests' | 'activities'>,
): readonly Violation[] {
  const rows = new Map(requests.map((row) => [row.inv_redemptionrequestid, row]));
  const recorded = new Set(
    activities.map((row) => `${row._regardingobjectid_value}/${row._inv_contactid_value}`),
  );
  return asked.flatMap(({ plan, redemptions }) =>
    redemptions.flatMap((redemption) => {
      const has = recorded.has(`${plan.id}/${redemption.contact}`);
      const says = problemOf(rows.get(redemption.id), wantedOutcomes(redemption, has));
      return says === undefined ? [] : [{ kind: 'wrong answer' as const, subject: redemption.id, says }];
    }),
  );
}

function wantedOutcomes({ kind }: AskedRedemption, hasRedeemed: boolean): readonly number[] {
  switch (kind) {
    case 'wrongCode':
      return [outcomes.invalidCode];
    case 'wrongPerson':
      // Those who may redeem it ask at the same moment: it can be used up by then.
      return [outcomes.notInvited, outcomes.invalidCode];
    case 'right':
      return hasRedeemed ? [outcomes.redeemed, outcomes.alreadyRedeemed] : [outcomes.invalidCode];
  }
}

function problemOf(row: RequestFacts | undefined, wanted: readonly number[]): string | undefined {
  if (row === undefined) return 'The request is gone.';
  if (row.statecode !== state.inactive) return 'It is not answered.';
  if (row.inv_code !== null) return 'It is answered and keeps its code.';
  return wanted.includes(row.inv_outcome ?? 0)
    ? undefined
    : `The outcome is ${row.inv_outcome}, not ${wanted.join(' or ')}.`;
}
