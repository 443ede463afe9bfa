import type { Dataverse } from '../dataverse/door.js';
import { invitationError, isInvitationError } from '../errors/invitationError.js';
import { isObstacle } from '../errors/obstacle.js';
import type { PluginContext } from '../contract/plugin.js';
import { ensureCode } from './ensureCode.js';
import { staleCodes } from './staleCodes.js';

/** One look that is under way, and one that waits for it: whoever comes now shares that one. */
interface Looks {
  running: Promise<void>;
  waiting?: Promise<void>;
}

const looksOf = new WeakMap<Dataverse, Looks>();

/**
 * Hashes the codes that people have typed since the service last looked. A code may be handed over by word of
 * mouth the moment it is saved, or while no service ran, and whoever brings it must not be told that it is
 * wrong. A look that had begun before may have missed it, so callers share the next one.
 *
 * @throws InvitationError INV_CODE_UNREADABLE, or that of a failed read or write
 */
export function catchUp(context: PluginContext): Promise<void> {
  const looks: Looks = looksOf.get(context.dataverse) ?? { running: Promise.resolve() };
  looksOf.set(context.dataverse, looks);
  const begin = (): Promise<void> => {
    looks.waiting = undefined;
    looks.running = look(context);
    return looks.running;
  };
  looks.waiting ??= looks.running.then(begin, begin);
  return looks.waiting;
}

async function look(context: PluginContext): Promise<void> {
  try {
    for await (const rows of staleCodes(context, ['others', 'requested'])) {
      const typed = rows.filter(({ inv_code: code }) => code !== null);
      await Promise.all(typed.map((row) => ensureCode(row, context).catch(passOver)));
    }
  } catch (error) {
    // Whoever redeems has just read invitations: it is the search for codes that is forbidden.
    if (!isInvitationError(error, 'INV_DATAVERSE_FORBIDDEN')) throw error;
    throw invitationError('INV_CODE_UNREADABLE', {}, { cause: error });
  }
}

/** One invitation that cannot be written keeps nobody else waiting; the code plugin reports it. */
function passOver(error: unknown): void {
  if (isObstacle(error)) throw error;
}
