import type { Files } from '../files.js';
import { parseXml } from '../xml/parseXml.js';
import { readZip } from '../zip/readZip.js';
import { canonicalLines } from './canonicalLines.js';

/** The entries that packers write themselves: what they say counts, not how it is laid out. */
const written: ReadonlySet<string> = new Set(['customizations.xml', 'solution.xml', '[Content_Types].xml']);

/**
 * Compares the zips of two packers: the same entries, the same bytes in what travels beside the manifests, and the
 * same XML in those.
 *
 * @returns a sentence for each difference
 */
export function compareZips(one: Uint8Array, other: Uint8Array): readonly string[] {
  const [left, right] = [readZip(one), readZip(other)];
  return [
    ...missing(left, right).map((name) => `${name} is in the first zip alone.`),
    ...missing(right, left).map((name) => `${name} is in the second zip alone.`),
    ...[...left].flatMap(([name, bytes]) => {
      const twin = right.get(name);
      return twin === undefined ? [] : difference(name, bytes, twin);
    }),
  ];
}

const missing = (files: Files, others: Files): readonly string[] =>
  [...files.keys()].filter((name) => !others.has(name));

function difference(name: string, one: Uint8Array, other: Uint8Array): readonly string[] {
  if (!written.has(name)) return Buffer.compare(one, other) === 0 ? [] : [`${name} has other bytes.`];
  const [left, right] = [canonicalLines(parseXml(one)), canonicalLines(parseXml(other))];
  const at = Array.from({ length: Math.max(left.length, right.length) }, (_, line) => line).find(
    (line) => left[line] !== right[line],
  );
  return at === undefined
    ? []
    : [`${name} differs: “${left[at]?.trim() ?? 'its end'}” and “${right[at]?.trim() ?? 'its end'}”.`];
}
