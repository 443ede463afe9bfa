import type { PluginContext } from '../contract/plugin.js';
import { askedBy } from './askedBy.js';
import { behindLocks, type Ended } from './behindLocks.js';
import { closedTo, isOpen, readAndDecide } from './readAndDecide.js';
import { askTask } from './reports/askTask.js';
import { leaveTask } from './reports/ownerTask.js';
import type { Visitor } from './visitor.js';

/** Somebody whose invitation is not valid any more wants another. */
export interface AskForNewRequest {
  /** As it came; anything at all. */
  readonly code: string;
  readonly visitor: Visitor;
  readonly ipAddress?: string;
}

/** What came of it. */
export type Asking = 'asked' | 'alreadyAsked' | 'refused';

/**
 * Asks the owner of an invitation for a new one, with a task; once for each time it was sent.
 *
 * @returns `refused` unless the visitor is an invited contact and the invitation is closed; nobody learns which
 * @throws InvitationError when there is no answer: Dataverse cannot be reached, the service lacks a right
 */
export function askForNew(request: AskForNewRequest, context: PluginContext): Promise<Asking> {
  return behindLocks<Asking>(
    askedBy(request),
    context,
    async (read): Promise<Ended<Asking>> => {
      const found = await readAndDecide(request, context, read);
      const invitationId = found.facts.invitation?.inv_invitationid;
      const closed = closedTo(found);
      if (!closed) return { answer: 'refused', failed: !isOpen(found.decision), invitationId };
      const { invitation, redeemer, why } = closed;
      const left = await leaveTask(askTask(invitation, redeemer, why), invitation, context);
      return { answer: left === 'left' ? 'asked' : 'alreadyAsked', failed: false, invitationId };
    },
    () => 'refused',
  );
}
