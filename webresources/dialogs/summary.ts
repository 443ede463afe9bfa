import type { FailedRow, Written } from '../rows/writeRows.js';
import { lines, text, type Key } from '../text/text.js';

/** Failures that are named; a dialog has only so much room. */
const named = 10;

/**
 * What became of a long piece of work, line by line: how many rows are done, skipped and left, then the failures by name.
 *
 * @param done key of the text that counts what is done
 * @param skipped lines that say what was skipped, and why
 */
export function summary(done: Key, { done: ids, failed, left }: Written, skipped: string): string {
  return [
    text(done, ids.length),
    skipped,
    lines(['notTried', left], ['failed', failed.length]),
    ...failed.slice(0, named).map(({ name, reason }: FailedRow) => `${name}: ${reason}`),
    ...(failed.length > named ? [text('andMore', failed.length - named)] : []),
  ]
    .filter((line) => line !== '')
    .join('\n');
}
