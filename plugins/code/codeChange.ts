import { generateCode, hashCode, normaliseCode } from '../invitation/code.js';
import { defaultExpiryDate } from '../invitation/expiry.js';
import type { Settings } from '../contract/settings.js';

/** The columns of an invitation that its code hangs on. */
export type CodedInvitation = {
  readonly '@odata.etag': string;
  readonly inv_invitationid: string;
  readonly inv_code: string | null;
  readonly inv_codehash: string | null;
  readonly inv_expirydate: string | null;
  readonly inv_sendresult: number | null;
  readonly statuscode: number;
  readonly createdon: string;
};

/** Its columns, to be selected. */
export const codedColumns = [
  'inv_code',
  'inv_codehash',
  'inv_expirydate',
  'inv_sendresult',
  'statuscode',
  'createdon',
] as const satisfies readonly (keyof CodedInvitation)[];

/** What to write so that an invitation has a code, and the hash of that code. */
export interface CodeChange {
  readonly row: {
    readonly inv_code?: string;
    readonly inv_codehash: string;
    readonly inv_expirydate?: string;
  };
  /** True when the service made the code; false when people gave it and only the hash is missing or stale. */
  readonly generated: boolean;
}

/**
 * Decides what an invitation's code needs: nothing (undefined), a hash, or a new code. An invitation that
 * never had a hash is new and gets the default expiry date with it, unless its maker set a date.
 */
export function codeChange(
  invitation: CodedInvitation,
  settings: Pick<Settings, 'defaultExpiryDays' | 'timeZone'>,
): CodeChange | undefined {
  const given = normaliseCode(invitation.inv_code ?? '');
  const code = given ?? generateCode();
  const hash = hashCode(code);
  if (hash === invitation.inv_codehash) return undefined;

  const expiry =
    invitation.inv_codehash === null && invitation.inv_expirydate === null
      ? defaultExpiryDate(new Date(invitation.createdon), settings.defaultExpiryDays, settings.timeZone)
      : undefined;
  return {
    generated: given === undefined,
    row: {
      ...(given === undefined ? { inv_code: code } : {}),
      inv_codehash: hash,
      ...(expiry === undefined ? {} : { inv_expirydate: expiry }),
    },
  };
}
