import type { PackedZip } from './packBoth.js';

/** A zip as people read of it. */
export function zipText({ path, size, entries, sections, differences }: PackedZip): string {
  const filled = [...sections].filter(([, count]) => count > 0).map(([name, count]) => `${name} ${count}`);
  return [
    `${path}: ${size.toLocaleString('en')} bytes, ${entries} entries`,
    `  ${filled.join(', ')}`,
    ...(differences === undefined ? [] : [comparison(differences)]),
  ].join('\n');
}

const comparison = (differences: readonly string[]): string =>
  differences.length === 0
    ? '  Our own packer makes the same of it.'
    : [
        '  Our own packer makes something else of it (second zip):',
        ...differences.map((one) => `    ${one}`),
      ].join('\n');
