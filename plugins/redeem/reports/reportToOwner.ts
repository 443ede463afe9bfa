import type { PluginContext } from '../../contract/plugin.js';
import { isInvitationError } from '../../errors/invitationError.js';
import { leaveTask, type Owned, type OwnerTask } from './ownerTask.js';

/**
 * Tells the owner of an invitation what went wrong, with a task. That it cannot be told changes nothing of what went wrong: then the log
 * alone says so.
 */
export async function reportToOwner(
  task: OwnerTask,
  invitation: Owned,
  context: PluginContext,
): Promise<void> {
  try {
    await leaveTask(task, invitation, context);
  } catch (error) {
    if (!isInvitationError(error)) throw error;
    context.log.error(
      { invitation: invitation.inv_invitationid, errorCode: error.code },
      'no task could be left for the owner of an invitation',
    );
  }
}
