import * as invitation from '../rules/invitationTable.js';
import { ask, tell } from '../dialogs/ask.js';
import { guarded, waiting } from '../dialogs/guarded.js';
import { startProgress } from '../dialogs/progress.js';
import { summary } from '../dialogs/summary.js';
import { refreshGrid } from '../rows/grid.js';
import { guid } from '../rows/guid.js';
import { readRows } from '../rows/readRows.js';
import { CreateRequest } from '../rows/requests.js';
import { writeRows, type RowToWrite } from '../rows/writeRows.js';
import { text } from '../text/text.js';
import {
  mailLines,
  readContacts,
  readInvited,
  skippedLines,
  sortContacts,
  type ContactRow,
} from './contactsToInvite.js';

/** *Create Invitations, One for Each Contact*: a single invitation for every selected contact that has none open. */
export function createInvitationForEach(
  grid: Xrm.Controls.GridControl,
  selected: readonly string[],
): Promise<void> {
  return guarded(async () => {
    const title = text('createInvitations');
    const ids = selected.map(guid);
    const read = async () => sortContacts(ids, await readContacts(ids), await readInvited(ids));
    const asked = await waiting(read);
    if (asked.toInvite.length === 0) return tell(`${text('nobodyToInvite')}\n${skippedLines(asked)}`, title);
    const question = [
      text('toCreate', asked.toInvite.length),
      skippedLines(asked),
      mailLines(asked.toInvite),
    ];
    if (!(await ask(question.filter(Boolean).join('\n'), title))) return;

    // While people read the question somebody else may have invited the same contacts.
    const sorted = await waiting(read);
    const { toInvite } = sorted;
    const skipped = skippedLines(sorted);
    const progress = startProgress('creating');
    const written = await writeRows({
      rows: toInvite.map(invitationFor),
      writtenAlready: existing,
      goOn: progress.goOn,
    });
    await progress.close();
    refreshGrid(grid);
    await tell(summary('created', written, skipped), title);
  });
}

/**
 * The id is made here, not by Dataverse: after an answer is lost it finds the row that was created, so that nobody is
 * invited twice. Code and default expiry date are the service's business.
 */
function invitationFor({ contactid, fullname }: ContactRow): RowToWrite {
  const id = crypto.randomUUID();
  const name = fullname ?? text('noName');
  const request = new CreateRequest(invitation.table, {
    [invitation.idColumn]: id,
    inv_name: name,
    inv_type: invitation.type.single,
    [`${invitation.invitedContact}@odata.bind`]: `/contacts(${contactid})`,
  });
  return { id, name, request };
}

async function existing(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await readRows<{ readonly inv_invitationid: string }>(
    { table: invitation.table, column: invitation.idColumn, columns: `$select=${invitation.idColumn}` },
    ids,
  );
  return new Set(rows.map((row) => row.inv_invitationid));
}
