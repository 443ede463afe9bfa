import type { WebApi } from '../../system/webApi.js';
import { mailKey } from '../../tally/key.js';
import type { SeededInvitation } from '../seed/seedInvitations.js';

/** Mails read in one answer: as many as Dataverse gives. */
const pageSize = 5000;

/**
 * The key of each mail that Dataverse was told to send for these invitations, a first generation each: they wait in Pending Send, as there is no
 * mailbox. Read in slices of the id, since a page is followed by no link here.
 */
export async function issuedMails(
  admin: WebApi,
  invitations: readonly SeededInvitation[],
): Promise<readonly string[]> {
  const contactOf = new Map(invitations.map(({ id, contact }) => [id, contact]));
  const keys: string[] = [];
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await admin.rows(
      `emails?$select=activityid,_regardingobjectid_value&$filter=statecode eq 1 and activityid gt ${after}&$orderby=activityid asc&$top=${pageSize}`,
    );
    for (const { _regardingobjectid_value: invitation } of rows) {
      const id = String(invitation);
      keys.push(mailKey(id, contactOf.get(id) ?? 'unknown', 1));
    }
    if (rows.length < pageSize) return keys;
    after = String(rows.at(-1)?.activityid);
  }
}
