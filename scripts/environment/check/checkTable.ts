import { styleText } from 'node:util';
import type { CheckState, EnvironmentCheck } from './environmentCheck.js';

const colours = { ok: 'green', failed: 'red', warning: 'yellow', unknown: 'cyan' } as const satisfies Record<
  CheckState,
  string
>;

/** Width of the column of states: that of the longest word and two spaces. */
const stateWidth = 9;

/**
 * The checks as lines to print: name, state, what was found, and below it how to mend it.
 * @param coloured only where somebody watches a terminal
 */
export function checkTable(checks: readonly EnvironmentCheck[], coloured: boolean): readonly string[] {
  const nameWidth = Math.max(...checks.map(({ name }) => name.length)) + 2;
  const indent = ' '.repeat(nameWidth + stateWidth);
  return checks.flatMap(({ name, state, found, mend }) => {
    const word = state.padEnd(stateWidth);
    const shown = coloured ? styleText(colours[state], word, { validateStream: false }) : word;
    return [
      `${name.padEnd(nameWidth)}${shown}${found}`,
      ...(mend === undefined ? [] : [`${indent}-> ${mend}`]),
    ];
  });
}

/** One sentence over all of it: `11 checks: 9 ok, 1 failed, 1 warning`. */
export function checkSummary(checks: readonly EnvironmentCheck[]): string {
  const counts = (['ok', 'failed', 'warning', 'unknown'] as const)
    .map((state) => ({ state, count: checks.filter((check) => check.state === state).length }))
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${state}`);
  return `${checks.length} checks: ${counts.join(', ')}`;
}
