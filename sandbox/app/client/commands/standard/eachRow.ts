import type { Host, LookupRow } from '../../host/host.js';
import { RowsError } from './rowsError.js';
import { messageOf } from '../../host/messageOf.js';

/**
 * Does something to each row, one after the other, under the progress layer. A row that fails does not keep the others
 * from it.
 * @param progress says what is under way
 * @throws the error itself when there was one row; RowsError that names the failed ones when there were several
 */
export async function eachRow(
  host: Host,
  rows: readonly LookupRow[],
  progress: string,
  act: (row: LookupRow) => Promise<unknown>,
): Promise<void> {
  const failures: { readonly row: LookupRow; readonly error: unknown }[] = [];
  try {
    for (const [index, row] of rows.entries()) {
      const isOne = rows.length === 1;
      host.progress.show(isOne ? progress : host.text('commands.progress', progress, index + 1, rows.length));
      await act(row).catch((error: unknown) => failures.push({ row, error }));
    }
  } finally {
    host.progress.close();
  }
  const [first] = failures;
  if (first === undefined) return;
  if (rows.length === 1) throw first.error;
  throw new RowsError(
    host.text('commands.someFailed', failures.length, rows.length, messageOf(first.error)),
    failures.map(({ row, error }) => `${row.name}: ${messageOf(error)}`).join('\n'),
  );
}
