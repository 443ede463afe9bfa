import * as invitation from '../rules/invitationTable.js';
import { readRows } from '../rows/readRows.js';
import { contactToMailColumns, whyNoMail, type ContactToMail, type NoMail } from '../rules/mailable.js';
import {
  invitationToSendColumns,
  whyNotSend,
  type InvitationToSend,
  type NotSent,
} from '../rules/whyNotSend.js';
import { lines, type Key } from '../text/text.js';

/** A selected invitation; of a group's contacts nothing is known here. */
export interface InvitationRow extends InvitationToSend {
  readonly inv_invitationid: string;
  readonly inv_name: string | null;
  readonly inv_contactid: ContactToMail | null;
}

/** Why a selected invitation is skipped. */
export type Skipped = NotSent | NoMail | 'alreadyRequested' | 'alreadySent';

/** Reads the selected invitations with the contacts of the single ones. */
export function readInvitations(ids: readonly string[]): Promise<readonly InvitationRow[]> {
  const contact = `${invitation.invitedContact}($select=${contactToMailColumns})`;
  const columns = `$select=inv_name,${invitationToSendColumns}&$expand=${contact}`;
  return readRows<InvitationRow>({ table: invitation.table, column: invitation.idColumn, columns }, ids);
}

/** Why an invitation of the selection is left out; undefined when it is to be sent. Sending again is the form's business. */
export function whySkip(row: InvitationRow, now?: Date): Skipped | undefined {
  const group = row.inv_type === invitation.type.group;
  const obstacle = whyNotSend(row, group || row.inv_contactid !== null, now);
  if (obstacle !== undefined) return obstacle;
  if (row.statuscode === invitation.status.sendRequested) return 'alreadyRequested';
  if (row.statuscode === invitation.status.sent) return 'alreadySent';
  return group || row.inv_contactid === null ? undefined : whyNoMail(row.inv_contactid);
}

const skippedTexts: readonly (readonly [Skipped, Key])[] = [
  ['alreadyRequested', 'skippedRequested'],
  ['alreadySent', 'skippedSent'],
  ['notSentRedeemed', 'skippedRedeemed'],
  ['notSentExpired', 'skippedExpired'],
  ['notSentInactive', 'skippedInactiveInvitation'],
  ['notSentNoContact', 'skippedNoContact'],
  ['contactNoAddress', 'skippedNoAddress'],
  ['contactNoEmail', 'skippedNoEmail'],
  ['contactInactive', 'skippedInactive'],
];

/** How many are skipped for which reason, a line each. */
export function skippedLines(reasons: readonly (Skipped | undefined)[], unreadable: number): string {
  const counted = skippedTexts.map(
    ([reason, key]) => [key, reasons.filter((found) => found === reason).length] as const,
  );
  return lines(...counted, ['skippedUnreadable', unreadable]);
}
