import type { SoakFigures } from './figures.js';

/** Violations shown in full; the rest is a number. */
const shown = 40;

/** The figures as people read them. */
export function reportText(figures: SoakFigures): string {
  const { fates, faults, memory, violations } = figures;
  const list = (counts: Readonly<Record<string, number>>): string =>
    Object.entries(counts)
      .map(([name, count]) => `${name} ${count}`)
      .join(' · ') || 'none';
  const rows: readonly (readonly [string, string | number])[] = [
    ['minutes', figures.minutes],
    ['services', figures.services],
    ['waves', figures.waves],
    ['mails requested', figures.requested],
    ['mails arrived', figures.mails],
    ['lost', figures.lost],
    ['doubled', figures.doubled],
    ['unexpected', figures.unexpected],
    ['recovered', `${figures.recovered} of those whose asker got no answer`],
    ['redemption requests', figures.redemptionRequests],
    ['redemptions', `${figures.redemptions}${figures.redemptionsExact ? ', exact' : ', NOT exact'}`],
    ['done to services', list(fates)],
    ['faults injected', list(faults)],
    ['worst recovery', figures.worstRecovery === null ? 'never' : `${figures.worstRecovery.toFixed(1)} s`],
    ...Object.entries(memory).map(
      ([name, { first, last, most }]) =>
        [`memory ${name}`, `first ${first} MB · last ${last} MB · most ${most} MB`] as const,
    ),
    ['violations', violations.length],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  const found = violations.slice(0, shown).map(({ kind, subject, says }) => `  ${kind}: ${subject}: ${says}`);
  const more = violations.length > shown ? [`  and ${violations.length - shown} more`] : [];
  return [...lines, ...found, ...more].join('\n');
}
