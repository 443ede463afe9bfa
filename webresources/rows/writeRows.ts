import { pieces } from './pieces.js';
import { reasonOf } from '../text/reasonOf.js';
import type { WriteRequest } from './requests.js';

/** Rows in one transaction: enough to be quick, few enough for progress and for undoing little. */
const usualChangeSet = 25;

/** One row to write, under the name by which people know it. */
export interface RowToWrite {
  readonly id: string;
  readonly name: string;
  readonly request: WriteRequest;
}

/** A row that could not be written. */
export interface FailedRow {
  readonly name: string;
  readonly reason: string;
}

/** What became of all rows. */
export interface Written {
  /** Ids of the rows that are written. */
  readonly done: readonly string[];
  readonly failed: readonly FailedRow[];
  /** Rows that nobody tried, because people cancelled. */
  readonly left: number;
}

export interface Writing {
  readonly rows: readonly RowToWrite[];
  /** Rows in one transaction, unless the usual number will do. */
  readonly rowsInChangeSet?: number;
  /**
   * Of the rows that an error was answered for, the ids of those that are written all the same: an answer may be lost after
   * the transaction was committed.
   */
  readonly writtenAlready: (ids: readonly string[]) => Promise<ReadonlySet<string>>;
  /** Called before each change set with the rows behind; false stops. */
  readonly goOn: (done: number, total: number) => boolean;
}

/**
 * Writes rows in change sets, one after the other. When one fails, what it may have written is looked up, and the rest is
 * tried row by row, so that one bad row takes no other with it and can be named.
 */
export async function writeRows({
  rows,
  rowsInChangeSet = usualChangeSet,
  writtenAlready,
  goOn,
}: Writing): Promise<Written> {
  const done: string[] = [];
  const failed: FailedRow[] = [];
  let tried = 0;
  for (const piece of pieces(rows, rowsInChangeSet)) {
    if (!goOn(tried, rows.length)) break;
    const bad = await writePiece(piece, writtenAlready);
    done.push(...piece.filter(({ id }) => !bad.has(id)).map(({ id }) => id));
    failed.push(
      ...piece.flatMap(({ id, name }) => {
        const reason = bad.get(id);
        return reason === undefined ? [] : [{ name, reason }];
      }),
    );
    tried += piece.length;
  }
  return { done, failed, left: rows.length - tried };
}

/** @returns why which rows are not written, by id */
async function writePiece(
  rows: readonly RowToWrite[],
  writtenAlready: Writing['writtenAlready'],
): Promise<ReadonlyMap<string, string>> {
  const reasons = new Map<string, string>();
  const written = async (candidates: readonly RowToWrite[]): Promise<ReadonlySet<string>> =>
    candidates.length === 0 ? new Set() : writtenAlready(candidates.map(({ id }) => id));
  try {
    await execute(rows);
    return reasons;
  } catch (error) {
    for (const { id } of rows) reasons.set(id, reasonOf(error));
  }
  try {
    const behind = await written(rows);
    for (const row of rows) {
      if (behind.has(row.id)) reasons.delete(row.id);
      else
        await execute([row]).then(
          () => reasons.delete(row.id),
          (error: unknown) => reasons.set(row.id, reasonOf(error)),
        );
    }
    const late = await written(rows.filter(({ id }) => reasons.has(id)));
    for (const id of late) reasons.delete(id);
  } catch {
    // Without the look-up nobody knows more than the reasons so far; repeating blindly could write twice.
  }
  return reasons;
}

/** A nested list is a change set: all or nothing. */
async function execute(rows: readonly RowToWrite[]): Promise<void> {
  const changeSet = rows.map(({ request }) => request);
  const responses = await Xrm.WebApi.online.executeMultiple([changeSet]);
  const refused = responses.find(({ ok }) => !ok);
  if (refused !== undefined) throw new Error(refused.statusText);
}
