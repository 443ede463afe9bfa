import type { PluginContext } from '../contract/plugin.js';
import { askIdFor } from './reports/askTask.js';
import { askedBy } from './askedBy.js';
import { behindLocks } from './behindLocks.js';
import { cardExpands, invitationCard } from './card/invitationCard.js';
import type { Refusal } from './decide.js';
import { grantedNow } from './grants/grants.js';
import type { Inspection, VisitorStanding } from './inspection.js';
import { closedTo, isOpen, readAndDecide, type Decided } from './readAndDecide.js';
import { tellRefusal } from './refusal.js';
import type { Visitor } from './visitor.js';

/** Somebody looks at a code. */
export interface InspectionRequest {
  /** As it came; anything at all. */
  readonly code: string;
  /** Left out: nobody has signed in yet. */
  readonly visitor?: Visitor;
  readonly ipAddress?: string;
}

/**
 * Tells what a code is, without redeeming it. It reads, and changes nothing. Only an invalid code counts as a failed attempt: people
 * open a page again, and sign in with the wrong account first.
 *
 * @throws InvitationError when there is no answer: Dataverse cannot be reached, the service lacks a right
 */
export function inspect(request: InspectionRequest, context: PluginContext): Promise<Inspection> {
  return behindLocks<Inspection>(
    askedBy(request),
    context,
    async (read) => {
      const found = await readAndDecide(request, context, read, { alsoExpand: cardExpands });
      const answer = await inspectionOf(found, request, context);
      const invitationId = found.facts.invitation?.inv_invitationid;
      return { answer, failed: answer.kind === 'invalid', invitationId };
    },
    (retryAfter) => ({ kind: 'locked', retryAfter }),
  );
}

async function inspectionOf(
  found: Decided,
  { visitor }: InspectionRequest,
  context: PluginContext,
): Promise<Inspection> {
  const { facts, decision } = found;
  const { invitation } = facts;
  // That nobody has signed in yet is no refusal.
  if (decision.kind === 'refuse' && (visitor !== undefined || !isOpen(decision))) {
    tellRefusal(decision, { what: 'look', invitation: invitation?.inv_invitationid }, context);
  }
  const closed = closedTo(found);
  if (closed) {
    const asked = await isAsked(askIdFor(closed.invitation, closed.redeemer.contactid), context);
    return { kind: 'closed', why: closed.why, card: invitationCard(closed.invitation), asked };
  }
  if (invitation === undefined || !isOpen(decision)) return { kind: 'invalid' };
  const card = invitationCard(invitation);
  if (visitor === undefined) return { kind: 'open', card };
  switch (decision.kind) {
    case 'already':
      return { kind: 'redeemed', card, granted: grantedNow(invitation, decision.redeemer) };
    case 'grant':
      // Who becomes a new contact is nobody yet.
      return {
        kind: 'open',
        card,
        visitor: welcome(facts.joins.contact ? null : decision.redeemer.fullname),
      };
    case 'refuse':
      return { kind: 'open', card, visitor: standingOf(decision) };
  }
}

const welcome = (fullname: string | null): VisitorStanding =>
  fullname === null ? { kind: 'welcome' } : { kind: 'welcome', as: fullname };

function standingOf(refusal: Refusal): VisitorStanding {
  if (refusal.outcome === 'contactInactive') return { kind: 'inactive' };
  const taken = refusal.outcome === 'notInvited' && refusal.refusal === 'identityTaken';
  return { kind: taken ? 'identityTaken' : 'wrongAccount' };
}

async function isAsked(id: string, { dataverse }: PluginContext): Promise<boolean> {
  return (await dataverse.row({ set: 'tasks', key: id, select: ['statecode'] })) !== undefined;
}
