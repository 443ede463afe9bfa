import type { SoakFigures } from './figures.js';

/** Violations shown in full; the rest is a number. */
const shown = 40;

/** The figures as people read them. */
export function reportText(figures: SoakFigures): string {
  const { fates, faults, firstWork, drained, memory, violations } = figures;
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
    ['set aside', figures.setAside],
    ['first work after a kill', firstWork === null ? 'never' : firstWorkText(firstWork)],
    ['all done after the last kill', drained === null ? 'never' : `${drained.toFixed(1)} s at worst`],
    ...Object.entries(memory).map(
      ([name, { last, most, growth }]) =>
        [
          `memory ${name}`,
          `${last} MB at rest · most ${most} MB${growth === null ? '' : ` · ${growth} MB more in ten minutes`}`,
        ] as const,
    ),
    ['violations', violations.length],
  ];
  const width = Math.max(...rows.map(([name]) => name.length));
  const lines = rows.map(([name, value]) => `${name.padEnd(width)}  ${value}`);
  const found = violations.slice(0, shown).map(({ kind, subject, says }) => `  ${kind}: ${subject}: ${says}`);
  const more = violations.length > shown ? [`  and ${violations.length - shown} more`] : [];
  return [...lines, ...found, ...more].join('\n');
}

const firstWorkText = ({ kills, median, worst }: NonNullable<SoakFigures['firstWork']>): string =>
  `${median.toFixed(1)} s (median), ${worst.toFixed(1)} s (worst) of ${kills} kills`;
