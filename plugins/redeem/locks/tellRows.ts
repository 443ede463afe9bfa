import type { Dataverse, WriteOutcome } from '../../dataverse/door.js';
import { lackOfRights } from '../../dataverse/failure/lackOfRights.js';
import { lockRows, lockWrite, type News, readOwnRows } from './lockRow.js';

/**
 * What became of a row.
 *  done     it tells the count
 *  deleted  somebody has deleted it since it was written
 * The others are those of its own write, where it had one.
 */
export type Told = WriteOutcome | { readonly kind: 'deleted' };

/** What it is, in words. */
export const operation = 'writing redemption locks';

/**
 * Writes rows, in one transaction. When that does not go through, it reads which are there and writes the rest one by one: so a row
 * whose answer was lost is not counted twice, and one that cannot be written keeps no other back.
 *
 * @returns what became of each, in their order
 * @throws InvitationError when it is right again later: no connection, no rights
 */
export async function tellRows(
  news: readonly News[],
  service: string,
  dataverse: Dataverse,
): Promise<readonly Told[]> {
  const write = async (these: readonly News[]): Promise<WriteOutcome> => {
    const outcome = await dataverse.write(these.map((one) => lockWrite(one, service)));
    const forbidden = outcome.kind === 'refused' && lackOfRights(outcome.error, operation);
    if (forbidden) throw forbidden;
    return outcome;
  };
  const together = await write(news);
  if (together.kind === 'done') return news.map(() => together);

  const subjects = news.map(({ subject }) => subject);
  const { rows } = await dataverse.page(readOwnRows(subjects, service));
  const mine = new Map(lockRows(rows).map((row) => [row.subject, row]));
  return Promise.all(
    news.map((one): Told | Promise<Told> => {
      const row = mine.get(one.subject.hash);
      if (row === undefined && one.isThere) return { kind: 'deleted' };
      const isTold = row?.failures === one.count.failures && row.lastOn === one.count.lastOn;
      return isTold ? { kind: 'done' } : write([{ ...one, isThere: row !== undefined }]);
    }),
  );
}
