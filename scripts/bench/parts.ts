import { UsageMistake } from '../command/mistake.js';

/** What a benchmark can measure by itself. */
export const parts = ['send', 'redeem', 'memory', 'recovery'] as const;
/** One of them. */
export type Part = (typeof parts)[number];

/**
 * @param text names with commas between, as `--only` takes them; undefined: all
 * @throws UsageMistake for a name that is none
 */
export function readParts(text: string | undefined): ReadonlySet<Part> {
  if (text === undefined) return new Set(parts);
  const names = text.split(',').map((name) => name.trim());
  const unknown = names.find((name) => !parts.some((part) => part === name));
  if (unknown !== undefined) throw new UsageMistake(`There is no part "${unknown}": ${parts.join(', ')}.`);
  return new Set(parts.filter((part) => names.includes(part)));
}
