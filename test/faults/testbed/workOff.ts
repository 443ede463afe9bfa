import { calmLook, type Look, type Plugin, type PluginContext } from '../../../plugins/contract/plugin.js';
import type { Row } from '../../../plugins/dataverse/door.js';
import { isInvitationError } from '../../../plugins/errors/invitationError.js';

/** Looks after which it is not the number of rows: something stays due. */
const looksAllowed = 12;

/**
 * Runs plugins as the loop does, without its pauses: each looks, acts on its rows side by side, and an exception of one row does not
 * stop the others; until none of them finds anything.
 *
 * @returns the words in order; an exception is the word `error` and its code
 * @throws Error when something is still due at the end
 */
export async function workOff(
  plugins: readonly Plugin[],
  context: PluginContext,
  look: Look = calmLook,
): Promise<readonly string[]> {
  const words: string[] = [];
  for (let looks = 0; looks < looksAllowed; looks += 1) {
    const before = words.length;
    for (const plugin of plugins) words.push(...(await lookOnce(plugin, context, look)));
    if (words.length === before) return words;
  }
  throw new Error(`still due after ${looksAllowed} looks: ${words.slice(-5).join(', ')}`);
}

/** One look of a plugin: every page, its rows side by side. */
export async function lookOnce(
  plugin: Plugin,
  context: PluginContext,
  look: Look = calmLook,
): Promise<readonly string[]> {
  const words: string[] = [];
  const act = (row: Row): Promise<string> =>
    plugin
      .run(row, context)
      .catch((error: unknown) => `error ${isInvitationError(error) ? error.code : String(error)}`);
  try {
    for await (const rows of plugin.due(context, look)) words.push(...(await Promise.all(rows.map(act))));
  } catch (error) {
    words.push(`error ${isInvitationError(error) ? error.code : String(error)}`);
  }
  return words;
}
