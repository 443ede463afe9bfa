import { invitation as table } from '../../../solution/schema.js';
import type { PluginContext } from '../../contract/plugin.js';
import type { Dataverse, DataverseFailure, Row } from '../../dataverse/door.js';
import { refusedError } from '../../dataverse/failure/refusedError.js';
import { invitationError } from '../../errors/invitationError.js';
import { activityLengths } from '../writes/activityLengths.js';

/** Answers that may stay away. */
const silencesAllowed = 3;

/** What it is, in words. */
const operation = 'a task for the owner of an invitation';

/** Whose an invitation is: a person, or a team. */
export interface Owned {
  readonly inv_invitationid: string;
  readonly _owninguser_value: string | null;
  readonly _owningteam_value: string | null;
}

/** Something the owner of an invitation is to do. */
export interface OwnerTask {
  /** Made of what it is about: the same thing is said once. */
  readonly id: string;
  readonly subject: string;
  readonly description: string;
}

/**
 * Leaves a task for the owner of an invitation, on its timeline. Where the owner may not own tasks it stays with the service: on the
 * timeline it is seen all the same.
 *
 * @returns whether there was one before
 * @throws InvitationError when it cannot be left
 */
export async function leaveTask(
  task: OwnerTask,
  invitation: Owned,
  { dataverse }: Pick<PluginContext, 'dataverse'>,
): Promise<'left' | 'there'> {
  let refusal: DataverseFailure | undefined;
  for (const owner of [ownerOf(invitation), {}]) {
    const left = await create({ ...rowOf(task, invitation), ...owner }, dataverse);
    if (typeof left === 'string') return left;
    refusal ??= left;
  }
  throw refusedError(refusal ?? { message: 'no reason was given' }, operation);
}

/** @returns what Dataverse has against it, when it refuses */
async function create(row: Row, dataverse: Dataverse): Promise<'left' | 'there' | DataverseFailure> {
  for (let silences = 0; ;) {
    const outcome = await dataverse.write([{ kind: 'create', set: 'tasks', row }]);
    switch (outcome.kind) {
      case 'done':
        return 'left';
      case 'exists':
        // After a silence it is our own.
        return silences > 0 ? 'left' : 'there';
      case 'refused':
        return outcome.error;
      case 'gone':
      case 'changed':
        return { message: 'the invitation or its owner does not exist any more' };
      case 'unknown':
        silences += 1;
        if (silences <= silencesAllowed) break;
        throw invitationError('INV_OUTCOME_UNKNOWN', { operation, reason: outcome.error.message });
    }
  }
}

const rowOf = ({ id, subject, description }: OwnerTask, { inv_invitationid: invitation }: Owned): Row => ({
  activityid: id,
  subject: subject.slice(0, activityLengths.subject),
  description: description.slice(0, activityLengths.description),
  [`regardingobjectid_${table.name}_task@odata.bind`]: `/${table.set}(${invitation})`,
});

function ownerOf({ _owninguser_value: user, _owningteam_value: team }: Owned): Row {
  if (team !== null) return { 'ownerid@odata.bind': `/teams(${team})` };
  return user === null ? {} : { 'ownerid@odata.bind': `/systemusers(${user})` };
}
