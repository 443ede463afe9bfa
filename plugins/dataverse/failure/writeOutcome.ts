import type { WriteOutcome } from '../door.js';
import { isFault } from './fault.js';
import type { RequestFailure } from './requestFailure.js';

/** The outcomes other than `done`. */
export type FailedOutcome = Exclude<WriteOutcome, { kind: 'done' }>;

/** Dataverse error codes that settle an outcome, whatever the status (Web API: error codes). */
const outcomeOfCode: Readonly<Record<string, 'changed' | 'exists' | 'gone'>> = {
  '0x80060882': 'changed',
  '0x80040237': 'exists',
  '0x80060892': 'exists',
  '0x80040217': 'gone',
  '0x80060891': 'gone',
};

/** What a transaction that failed came to. */
export function writeOutcome(failure: RequestFailure): FailedOutcome {
  const settled = failure.code === undefined ? undefined : outcomeOfCode[failure.code.toLowerCase()];
  if (settled) return { kind: settled };
  const error = { message: failure.message, status: failure.status, code: failure.code };
  if (isFault(failure)) return { kind: 'unknown', error };
  if (failure.status === 412) return { kind: 'changed' };
  return { kind: 'refused', error };
}

/** The service's own user cannot work at all: not a member of the environment, without roles, disabled. */
const lockedOut: ReadonlySet<string> = new Set(['0x80072560', '0x80042f09', '0x80040225']);

/** True when Dataverse lets the user do nothing at all. */
export const isLockedOut = ({ status, code }: RequestFailure): boolean =>
  status === 403 && lockedOut.has(code?.toLowerCase() ?? '');

/**
 * True when a failed write says nothing about the rows in it: it was not executed, and the reason lies in the way to Dataverse or
 * in the service's own user. The same write is right again once that is mended, so it is no outcome but an exception.
 */
export function neverExecuted(failure: RequestFailure): boolean {
  if (failure.reach === 'never' || failure.status === 401 || failure.status === 429) return true;
  return isLockedOut(failure);
}
