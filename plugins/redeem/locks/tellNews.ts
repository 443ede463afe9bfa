import type { PluginContext } from '../../contract/plugin.js';
import type { DataverseFailure } from '../../dataverse/door.js';
import { refusedError } from '../../dataverse/failure/refusedError.js';
import { countOf, window } from './count.js';
import { lockRows, type News, readLockRows } from './lockRow.js';
import type { Tallies } from './tallies.js';
import { checked, lifted, type Tally, told } from './tally.js';
import { operation, type Told, tellRows } from './tellRows.js';

/** What a service has in memory, and whom it tells. */
export interface TellingParts {
  readonly tallies: Tallies;
  /** The service's own name in its rows. */
  readonly service: string;
  readonly context: PluginContext;
}

/**
 * Rows that are written, or read about, at once. Twenty writes a second take about a quarter of the execution time that service protection
 * allows one user, and only while somebody comes from address after address.
 */
const rowsAtOnce = 20;

/** True when something is news for the other services, or a lock is in doubt. */
export function hasWork(tallies: Tallies): boolean {
  for (const { isNews, isDoubted } of tallies.all()) if (isNews || isDoubted) return true;
  return false;
}

/**
 * Tells the other services what is news.
 *
 * @returns false when nobody knows of some whether it was told
 * @throws InvitationError when Dataverse does not take it
 */
export async function tellNews({ tallies, service, context }: TellingParts): Promise<boolean> {
  const now = context.now().getTime();
  const news = chosen(tallies, ({ isNews }) => isNews).flatMap((tally) => {
    const one = newsOf(tally, now);
    // Nobody needs to know any more.
    if (one === undefined) tallies.keep({ ...tally, isNews: false });
    return one ?? [];
  });
  if (news.length === 0) return true;
  const ends = await tellRows(news, service, context.dataverse);
  for (const [index, one] of news.entries()) {
    const next = after(tallies.of(one.subject), one, ends[index]);
    if (next) tallies.keep(next);
  }
  const refusal = ends.map(refusalOf).findLast((one) => one !== undefined);
  if (refusal) throw refusedError(refusal, operation);
  return ends.every(({ kind }) => isKnown.has(kind));
}

/** Asks whether the locks stand that are in doubt. */
export async function checkDoubted({ tallies, service, context }: TellingParts): Promise<void> {
  const now = context.now().getTime();
  const doubted = chosen(tallies, ({ isDoubted }) => isDoubted).map(({ subject }) => subject);
  if (doubted.length === 0) return;
  const rows = lockRows((await context.dataverse.page(readLockRows(doubted, now))).rows);
  for (const subject of doubted) {
    const its = rows.filter((row) => row.subject === subject.hash);
    tallies.keep(checked(tallies.of(subject), its, service, now));
  }
}

/** Those nearest to their limit first: a lock matters more than what may become one. */
const chosen = (tallies: Tallies, wanted: (tally: Tally) => boolean): readonly Tally[] =>
  [...tallies.all()]
    .filter(wanted)
    .sort((one, other) => share(other) - share(one))
    .slice(0, rowsAtOnce);

const share = ({ failures, subject }: Tally): number => failures.length / subject.limit;

/** Undefined when the count does not hold any more. */
function newsOf({ subject, failures, invitationId, published }: Tally, now: number): News | undefined {
  const count = countOf(failures);
  if (count === undefined || now - count.lastOn >= window) return undefined;
  return { subject, count, invitationId, isThere: published !== undefined };
}

const isKnown: ReadonlySet<Told['kind']> = new Set(['done', 'deleted', 'refused', 'gone']);

/** The tally once its news has ended so; undefined when nobody knows how it has. */
function after(tally: Tally, { count }: News, end: Told | undefined): Tally | undefined {
  switch (end?.kind) {
    case 'done':
      return told(tally, count);
    case 'deleted':
      return lifted(tally);
    case 'refused':
    case 'gone':
      // Gone is the invitation: its code is nobody's now.
      return { ...tally, isNews: false };
    default:
      return undefined;
  }
}

const refusalOf = (end: Told): DataverseFailure | undefined =>
  end.kind === 'refused' ? end.error : undefined;
