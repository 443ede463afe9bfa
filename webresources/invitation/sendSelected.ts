import * as invitation from '../rules/invitationTable.js';
import { ask, tell } from '../dialogs/ask.js';
import { guarded, waiting } from '../dialogs/guarded.js';
import { startProgress } from '../dialogs/progress.js';
import { summary } from '../dialogs/summary.js';
import { isShown, refreshGrid } from '../rows/grid.js';
import { guid } from '../rows/guid.js';
import { text } from '../text/text.js';
import { readInvitations, skippedLines, whySkip } from './invitationsToSend.js';
import { requestEach } from './requestEach.js';

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
    const written = await requestEach(toSend, progress.goOn);
    await progress.close();
    refreshGrid(grid);
    await Promise.all([
      tell(summary('requested', written, skipped), title),
      refreshUntilSent(grid, written.done),
    ]);
  });
}

/** Shows what becomes of the invitations without a click, as long as people stay on the list. */
async function refreshUntilSent(grid: Xrm.Controls.GridControl, ids: readonly string[]): Promise<void> {
  for (const pause of looks) {
    await new Promise((resolve) => setTimeout(resolve, pause));
    if (!isShown(grid)) return;
    // Looked first, so that the list is never older than the look that ends this.
    const goesOn = await anyWaits(ids);
    refreshGrid(grid);
    if (!goesOn) return;
  }
}

/** A look that fails is no failure of sending; the list can be refreshed by hand. */
async function anyWaits(ids: readonly string[]): Promise<boolean> {
  try {
    const rows = await readInvitations(ids);
    return rows.some(({ statuscode }) => statuscode === invitation.status.sendRequested);
  } catch {
    return false;
  }
}
