import { invitation } from '../../solution/schema.js';
import type { Read } from '../dataverse/door.js';
import { asksToBeSent } from './invitationToSend.js';

/** Rows that a crowded look chooses from: enough for a few dozen services, in one answer of some hundred kilobytes. */
const window = 2_000;
/**
 * Rows that a crowded look reads at once: few, so that others have not taken them before it comes to them, and fewer where few are left, so that
 * there are stretches enough for everybody.
 */
const stretch = { most: 50, fewest: 10, share: 1 / 16 } as const;

/** The oldest of the rows that ask to be sent, by their ids alone. */
export const queueWindow = (conditions: readonly string[]): Read => ({
  set: invitation.set,
  select: [invitation.id],
  filter: [asksToBeSent, ...conditions].join(' and '),
  orderBy: ['createdon asc'],
  top: window,
});

/**
 * The rows in short stretches, in random order: services that work through the same queue need not talk to each other to stay apart.
 * Chosen by rank and not by time: rows made in bulk share their second.
 *
 * @param random 0 (included) to 1 (excluded)
 */
export function scattered(
  ids: readonly string[],
  random: () => number = Math.random,
): readonly (readonly string[])[] {
  const length = Math.min(stretch.most, Math.max(stretch.fewest, Math.ceil(ids.length * stretch.share)));
  const stretches: string[][] = [];
  for (let first = 0; first < ids.length; first += length) stretches.push(ids.slice(first, first + length));
  // Fisher and Yates.
  for (let last = stretches.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [stretches[last], stretches[other]] = [stretches[other] ?? [], stretches[last] ?? []];
  }
  return stretches;
}

/** The condition that a row is one of these (the In query function of the Web API). */
export const isOneOf = (ids: readonly string[]): string =>
  `Microsoft.Dynamics.CRM.In(PropertyName='${invitation.id}',PropertyValues=[${ids.map((id) => `'${id}'`).join(',')}])`;
