import type { StormKind } from './storm.js';

/** What can be wrong for a service: the storms, and that it was paused itself. */
export type Trouble = StormKind | 'pause';

/** A time of trouble; moments in milliseconds since 1970. */
export interface Spell {
  readonly trouble: Trouble;
  /** The one service that has it; undefined: all have. */
  readonly service?: string;
  readonly from: number;
  readonly to: number;
}

/** A line for the log of troubles: whoever hunts an error looks there for what was wrong at its time. */
export const spellLine = ({ trouble, service = 'all', from, to }: Spell): string =>
  `${new Date(from).toISOString()} to ${new Date(to).toISOString()}  ${trouble} for ${service}\n`;

/** What was wrong for a service at a moment, or at most `echo` milliseconds before. */
export function troublesAt(
  moment: number,
  service: string,
  spells: readonly Spell[],
  echo: number,
): ReadonlySet<Trouble> {
  return new Set(
    spells
      .filter(({ from, to }) => from <= moment && moment <= to + echo)
      .filter((spell) => spell.service === undefined || spell.service === service)
      .map(({ trouble }) => trouble),
  );
}
