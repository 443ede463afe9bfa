import * as invitation from '../rules/invitationTable.js';
import { ask, tell } from '../dialogs/ask.js';
import { guarded, waiting } from '../dialogs/guarded.js';
import { startProgress } from '../dialogs/progress.js';
import { summary } from '../dialogs/summary.js';
import { isShown, refreshGrid } from '../rows/grid.js';
import { guid } from '../rows/guid.js';
import { readRows } from '../rows/readRows.js';
import { UpdateRequest } from '../rows/requests.js';
import { writeRows } from '../rows/writeRows.js';
import { text } from '../text/text.js';
import { readInvitations, skippedLines, whySkip, type InvitationRow } from './invitationsToSend.js';

/** When the list is read again while the service is sending, in milliseconds after the report before. */
const looks = [3000, 7000];

/** *Send Invitation* on lists: asks the service to send all selected invitations that can be sent. */
export function sendSelected(grid: Xrm.Controls.GridControl, selected: readonly string[]): Promise<void> {
  return guarded(async () => {
    const title = text('sendInvitations');
    const ids = selected.map(guid);
    const rows = await waiting(() => readInvitations(ids));
    const toSend = rows.filter((row) => whySkip(row) === undefined);
    const skipped = skippedLines(
      rows.map((row) => whySkip(row)),
      ids.length - rows.length,
    );
    if (toSend.length === 0) return tell(`${text('nothingToSend')}\n${skipped}`, title);
    const question = [text('toSend', toSend.length), skipped].filter(Boolean).join('\n');
    if (!(await ask(question, title))) return;

    const progress = startProgress('requesting');
    const written = await writeRows({
      rows: toSend.map((row) => ({
        id: row.inv_invitationid,
        name: row.inv_name ?? text('noName'),
        request: new UpdateRequest(invitation.table, row.inv_invitationid, {
          statuscode: invitation.status.sendRequested,
        }),
      })),
      looksFirst: true,
      writtenAlready: (candidates) => requested(candidates, toSend),
      goOn: progress.goOn,
    });
    await progress.close();
    refreshGrid(grid);
    await Promise.all([
      tell(summary('requested', written, skipped), title),
      refreshUntilSent(grid, written.done),
    ]);
  });
}

/**
 * Which of the rows ask to be sent, or have been sent since they were read. To ask once more for one that the service has
 * taken up already would mail it twice.
 */
async function requested(
  ids: readonly string[],
  before: readonly InvitationRow[],
): Promise<ReadonlySet<string>> {
  const { sendRequested, sent } = invitation.status;
  const versions = new Map(before.map((row) => [row.inv_invitationid, row['@odata.etag']]));
  const changed = (await readInvitations(ids)).filter(
    (row) => row['@odata.etag'] !== versions.get(row.inv_invitationid),
  );
  return new Set(
    changed
      .filter(({ statuscode }) => statuscode === sendRequested || statuscode === sent)
      .map((row) => row.inv_invitationid),
  );
}

/** Shows what becomes of the invitations without a click, as long as people stay on the list. */
async function refreshUntilSent(grid: Xrm.Controls.GridControl, ids: readonly string[]): Promise<void> {
  for (const pause of looks) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!isShown(grid)) return;
    refreshGrid(grid);
    if (!(await anyWaits(ids))) return;
  }
}

/** A look that fails is no failure of sending; the list can be refreshed by hand. */
async function anyWaits(ids: readonly string[]): Promise<boolean> {
  const filter = `statuscode eq ${invitation.status.sendRequested}`;
  try {
    return (
      (
        await readRows(
          {
            table: invitation.table,
            column: invitation.idColumn,
            columns: `$select=${invitation.idColumn}`,
            filter,
          },
          ids,
        )
      ).length > 0
    );
  } catch {
    return false;
  }
}
