import * as invitation from '../rules/invitationTable.js';
import { ask, tell } from '../dialogs/ask.js';
import { behindProgress, guarded, waiting } from '../dialogs/guarded.js';
import { summary } from '../dialogs/summary.js';
import { refreshGrid } from '../rows/grid.js';
import { guid } from '../rows/guid.js';
import { AssociateRequest } from '../rows/requests.js';
import { writeRows, type RowToWrite, type Written } from '../rows/writeRows.js';
import { text } from '../text/text.js';
import { mailLines, readContacts, skippedLines, sortContacts, type ContactRow } from './contactsToInvite.js';

/**
 * *Create Invitations, One Group Invitation for All*: asks for name, maximum and expiry date on the quick create form, then
 * invites all selected active contacts to the group at once.
 */
export function createGroupInvitation(
  grid: Xrm.Controls.GridControl,
  selected: readonly string[],
): Promise<void> {
  return guarded(async () => {
    const title = text('createGroupInvitation');
    const ids = selected.map(guid);
    const sorted = await waiting(async () => sortContacts(ids, await readContacts(ids)));
    const { toInvite } = sorted;
    const skipped = skippedLines(sorted);
    if (toInvite.length === 0) return tell(`${text('nobodyToInvite')}\n${skipped}`, title);
    const remarks = [skipped, mailLines(toInvite)].filter(Boolean);
    const question = [text('toInviteToGroup', toInvite.length), ...remarks].join('\n');
    if (remarks.length > 0 && !(await ask(question, title))) return;

    const id = await createGroup();
    if (id === undefined) return;
    const written = await behindProgress(() => invite(id, toInvite));
    refreshGrid(grid);
    await tell(summary('invited', written, skipped), title);
    await Xrm.Navigation.openForm({ entityName: invitation.table, entityId: id });
  });
}

/** @returns the new invitation's id; undefined when people closed the form without saving */
async function createGroup(): Promise<string | undefined> {
  // Types and documentation promise a result, a form that was closed without saving gives none.
  const result = (await Xrm.Navigation.openForm(
    { entityName: invitation.table, useQuickCreateForm: true },
    { inv_type: String(invitation.type.group) },
  )) as Xrm.Navigation.OpenFormResult | null | undefined;
  const saved = result?.savedEntityReference?.[0];
  return saved === undefined ? undefined : guid(saved.id);
}

/** All contacts or none: a group of at most 250 is one change set. */
function invite(id: string, contacts: readonly ContactRow[]): Promise<Written> {
  const group = { entityType: invitation.table, id };
  const rows = contacts.map(({ contactid, fullname }): RowToWrite => ({
    id: contactid,
    name: fullname ?? text('noName'),
    request: new AssociateRequest(
      group,
      [{ entityType: 'contact', id: contactid }],
      invitation.invitedContacts,
    ),
  }));
  return writeRows({
    rows,
    rowsInChangeSet: rows.length,
    writtenAlready: () => invitedTo(id),
    goOn: () => true,
  });
}

async function invitedTo(id: string): Promise<ReadonlySet<string>> {
  const row = (await Xrm.WebApi.retrieveRecord(
    invitation.table,
    id,
    `?$select=${invitation.idColumn}&$expand=${invitation.invitedContacts}($select=contactid)`,
  )) as Record<string, readonly { readonly contactid: string }[]>;
  return new Set((row[invitation.invitedContacts] ?? []).map(({ contactid }) => contactid));
}
