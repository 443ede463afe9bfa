import type { RequestFailure } from './requestFailure.js';

/**
 * Faults of the database below Dataverse: a deadlock (Generic SQL error, SQL number 1205), a time-out, a transaction that a deadlock has
 * ended, the exception of the database itself (Troubleshoot Dataverse bulk operation errors). No page says with which HTTP status they
 * come, so the code decides. They pass, and none of them is a refusal.
 */
const databaseFaults: ReadonlySet<string> = new Set(['0x80044150', '0x80044151', '0x80040255', '0x80131904']);

/** True when the database could not do it this time. */
export const isDatabaseFault = ({ code }: Pick<RequestFailure, 'code'>): boolean =>
  databaseFaults.has(code?.toLowerCase() ?? '');

/** True when Dataverse, or something before it, could not say whether it is done, and does not say no either. */
export function isFault({ status, code }: Pick<RequestFailure, 'status' | 'code'>): boolean {
  if (status === undefined || status === 408) return true;
  return (status >= 500 && status !== 501) || isDatabaseFault({ code });
}
