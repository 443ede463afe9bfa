import { invitation } from '../../../solution/schema.js';
import type { AskedInvitation } from '../wave/asked.js';
import type { InvitationFacts, WaveFacts } from './facts.js';
import { redemptionsAllowed } from './redemptionsAllowed.js';
import type { Violation } from './violation.js';

const { sendResult, state, status } = invitation;

/** Every invitation has come to its end, and says what became of it. */
export function checkStates(
  asked: readonly AskedInvitation[],
  { invitations }: Pick<WaveFacts, 'invitations'>,
): readonly Violation[] {
  const rows = new Map(invitations.map((row) => [row.inv_invitationid, row]));
  return asked.flatMap((one) => {
    const says = problemOf(one, rows.get(one.plan.id));
    return says === undefined ? [] : [{ kind: 'wrong state' as const, subject: one.plan.id, says }];
  });
}

function problemOf(asked: AskedInvitation, row: InvitationFacts | undefined): string | undefined {
  const { plan, outcome, isCertain } = asked;
  if (outcome === 'deleted') return row === undefined ? undefined : 'It was deleted and is there.';
  if (row === undefined) return isCertain ? 'It is gone, and nobody deleted it.' : undefined;
  if (outcome === 'withdrawn')
    return row.statecode === state.inactive ? undefined : 'It was withdrawn and is active.';
  const wanted = wantedOf(asked);
  const differing = Object.entries(wanted).filter(([column, value]) => row[column as keyof Wanted] !== value);
  return differing.length === 0
    ? undefined
    : differing
        .map(([column, value]) => `${column} is ${row[column as keyof Wanted]}, not ${value}`)
        .concat(plan.poison === undefined ? [] : [`(${plan.poison.name})`])
        .join('; ');
}

type Wanted = Partial<Pick<InvitationFacts, 'statuscode' | 'inv_sendresult' | 'inv_sendgeneration'>>;

function wantedOf(asked: AskedInvitation): Wanted {
  const { plan, generation } = asked;
  if (plan.poison !== undefined) return { statuscode: status.sendFailed, inv_sendresult: plan.poison.result };
  const { redeemed, limit } = redemptionsAllowed(asked);
  return {
    statuscode: limit !== undefined && redeemed >= limit ? status.redeemed : status.sent,
    inv_sendresult: sendResult.sent,
    inv_sendgeneration: generation,
  };
}
