import type { Organization } from '../organization/organization.js';
import type { EmailParty } from './emailParty.js';

/** `emailrouteraccessapproval`: 0 empty, 1 approved, 2 pending approval, 3 rejected. */
const APPROVED = 1;

const tables = { systemuser: 'systemuserid', queue: 'queueid' } as const;

/**
 * Whether server-side synchronization takes mail from this sender: a user or a queue whose e-mail address has been
 * approved. What others send stays in Pending Send for ever, without a word, as in Dataverse.
 */
export function isMailboxApproved({ store }: Organization, { row }: EmailParty): boolean {
  if (row?.table !== 'systemuser' && row?.table !== 'queue') return false;
  const found = store.one(
    `SELECT emailrouteraccessapproval FROM ${row.table} WHERE ${tables[row.table]} = ?`,
    [row.id],
  );
  return found?.['emailrouteraccessapproval'] === APPROVED;
}
