import { invitation } from '../../solution/schema.js';
import { mayMove } from '../invitation/states.js';
import type { CodedInvitation } from './codeChange.js';

const detail =
  'Another invitation has this code already, so it would open neither. Give this invitation another code, or empty the field to get a new one, then send it again.';

/**
 * How an invitation says that its code belongs to another. The hash goes too: after an edit it would still be
 * that of the code before, and a code that is no longer on the invitation must not open it.
 */
export function codeInUse(row: Pick<CodedInvitation, 'statuscode'>): Record<string, unknown> {
  const { status, sendResult } = invitation;
  return {
    inv_codehash: null,
    inv_sendresult: sendResult.codeInUse,
    inv_senddetail: detail,
    ...(mayMove(row.statuscode, status.sendFailed) ? { statuscode: status.sendFailed } : {}),
  };
}

/** Takes the report back once the code is free, so that the invitation can be sent. */
export function codeFreeAgain(
  row: Pick<CodedInvitation, 'statuscode' | 'inv_sendresult'>,
): Record<string, unknown> {
  const { status, sendResult } = invitation;
  if (row.inv_sendresult !== sendResult.codeInUse) return {};
  return {
    inv_sendresult: null,
    inv_senddetail: null,
    ...(row.statuscode === status.sendFailed ? { statuscode: status.new } : {}),
  };
}
