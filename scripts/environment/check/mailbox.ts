import type { Json } from '../environment.js';

/** The columns of a mailbox that say whether it sends, to be expanded from its user or queue. */
export const mailboxColumns =
  'defaultmailbox($select=emailrouteraccessapproval,isemailaddressapprovedbyo365admin,outgoingemaildeliverymethod,outgoingemailstatus,enabledforoutgoingemail,statecode)';

const approvals: Readonly<Record<number, string>> = { 0: 'not given', 2: 'pending', 3: 'rejected' };
const approved = 1;
const serverSideSynchronization = 2;
const tested = 1;
const testFailed = 2;

/**
 * Why server-side synchronization does not take mail from a mailbox, and what the admin center calls the remedy; undefined when it
 * does ("Mailbox table reference", "Approve email", "Test configuration of mailboxes").
 *
 * @param needsApproval organization setting "Process emails only for approved users" or "… queues"
 */
export function mailboxProblem(
  mailbox: unknown,
  needsApproval: boolean,
): { readonly problem: string; readonly remedy: string } | undefined {
  if (typeof mailbox !== 'object' || mailbox === null)
    return { problem: 'has no mailbox', remedy: 'Give it an email address' };
  const row = mailbox as Json;
  if (row.statecode !== 0) return { problem: 'has a deactivated mailbox', remedy: 'Activate' };
  if (row.outgoingemaildeliverymethod !== serverSideSynchronization)
    return {
      problem: 'does not send by server-side synchronization',
      remedy: 'Outgoing Email: Server-Side Synchronization',
    };
  if (needsApproval && row.emailrouteraccessapproval !== approved) {
    const approval = approvals[Number(row.emailrouteraccessapproval)] ?? 'not given';
    return { problem: `is not approved (${approval})`, remedy: 'Approve Email' };
  }
  if (row.outgoingemailstatus === testFailed)
    return {
      problem: 'failed its last test',
      remedy: 'Test & Enable Mailboxes; its Alerts say why it fails',
    };
  if (row.outgoingemailstatus !== tested || row.enabledforoutgoingemail !== true)
    return { problem: 'has not been tested and enabled', remedy: 'Test & Enable Mailboxes' };
  return undefined;
}
