import type { Logger } from 'pino';
import type { Row } from '../../dataverse/door.js';
import { isInvitationError } from '../../errors/invitationError.js';
import type { Plugin, PluginContext } from '../../contract/plugin.js';
import type { RowMemory } from './rowMemory.js';

/** A row that has had all its attempts. */
export interface ExhaustedRow {
  readonly plugin: Plugin;
  readonly row: Row;
  readonly id: string;
  /** What it failed with the last time. */
  readonly error: unknown;
  readonly memory: RowMemory;
  /** Names the row in each line. */
  readonly log: Logger;
}

/**
 * Has the plugin put a row aside and tells of it, once. A row for which even that is refused keeps resting: its reason is in the
 * log alone. A crash in between costs the attempts counted so far, the row is as due as before.
 */
export async function setAside(
  { plugin, row, id, error, memory, log }: ExhaustedRow,
  context: PluginContext,
): Promise<void> {
  const code = isInvitationError(error) ? error.code : 'UNEXPECTED';
  try {
    const word = await plugin.setAside?.(row, error, context);
    if (word !== 'done') {
      log.debug(`${plugin.name}: ${word ?? 'nothing'} while it was put aside`);
      return;
    }
    context.telemetry.happened('setAside', code);
    const message = `${plugin.name}: put aside after repeated failures`;
    if (isInvitationError(error)) log.warn({ errorCode: code }, `${message}. ${error.message}`);
    else log.error({ error }, message);
  } catch (failure) {
    log[memory.stuck(id, String(failure)) ? 'error' : 'debug'](
      { error: failure },
      `${plugin.name}: the row fails and cannot be put aside either`,
    );
  }
}
