import * as invitation from '../rules/invitationTable.js';
import { readRows } from '../rows/readRows.js';
import { contactToMailColumns, whyNoMail, type ContactToMail } from '../rules/mailable.js';
import { certainlyToday } from '../rules/expiryDay.js';
import { lines } from '../text/text.js';

/** A selected contact. */
export interface ContactRow extends ContactToMail {
  readonly contactid: string;
  readonly fullname: string | null;
}

/** The selected contacts, by what can be done with them. */
export interface Sorted {
  readonly toInvite: readonly ContactRow[];
  readonly inactive: number;
  /** Have an open single invitation. */
  readonly invited: number;
  /** Deleted meanwhile, or closed to the user. */
  readonly unreadable: number;
}

/** Reads the selected contacts. */
export function readContacts(ids: readonly string[]): Promise<readonly ContactRow[]> {
  const columns = `$select=contactid,fullname,${contactToMailColumns}`;
  return readRows<ContactRow>({ table: 'contact', column: 'contactid', columns }, ids);
}

/** Which of the contacts have a single invitation that can still be redeemed. */
export async function readInvited(ids: readonly string[]): Promise<ReadonlySet<string>> {
  const open =
    `statecode eq ${invitation.state.active} and statuscode ne ${invitation.status.redeemed} and inv_type eq ${invitation.type.single}` +
    ` and (inv_expirydate eq null or inv_expirydate ge ${certainlyToday()})`;
  const rows = await readRows<{ readonly _inv_contactid_value: string }>(
    {
      table: invitation.table,
      column: 'inv_contactid',
      columns: '$select=_inv_contactid_value',
      filter: open,
    },
    ids,
  );
  return new Set(rows.map((row) => row._inv_contactid_value));
}

/** Sorts the selected contacts: inactive ones and those with an open invitation are skipped. */
export function sortContacts(
  ids: readonly string[],
  contacts: readonly ContactRow[],
  invited: ReadonlySet<string> = new Set(),
): Sorted {
  const active = contacts.filter(({ statecode }) => statecode === 0);
  const toInvite = active.filter(({ contactid }) => !invited.has(contactid));
  return {
    toInvite,
    inactive: contacts.length - active.length,
    invited: active.length - toInvite.length,
    unreadable: ids.length - contacts.length,
  };
}

/** What is skipped and why, a line each. */
export const skippedLines = ({ inactive, invited, unreadable }: Sorted): string =>
  lines(['skippedInvited', invited], ['skippedInactive', inactive], ['skippedUnreadable', unreadable]);

/** What the mails will not reach, a line each. */
export function mailLines(contacts: readonly ContactRow[]): string {
  const count = (reason: ReturnType<typeof whyNoMail>): number =>
    contacts.filter((contact) => whyNoMail(contact) === reason).length;
  return lines(['withoutAddress', count('contactNoAddress')], ['withoutEmail', count('contactNoEmail')]);
}
