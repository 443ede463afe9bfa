import { invitation as table } from '../../solution/schema.js';
import { writeIfUnchanged } from '../dataverse/writeIfUnchanged.js';
import type { Plugin, PluginContext } from '../contract/plugin.js';
import type { CodedInvitation } from './codeChange.js';
import { codeInUse } from './codeInUse.js';
import { ensureCode } from './ensureCode.js';
import { staleCodes } from './staleCodes.js';

/**
 * Gives active invitations a code, its hash and the default expiry date. Invitations that ask to be sent are
 * left to the send plugin, which does the same in the transaction of the mail: two plugins at one row would
 * only take each other's version away.
 */
export const codePlugin: Plugin<CodedInvitation> = {
  name: 'code',

  // A code that somebody needs at once is seen to where it is needed: before a mail, and before a code is called wrong.
  idleFactor: 12,

  due: (context) => staleCodes(context, ['others']),

  idOf: (row) => row.inv_invitationid,

  run: giveCode,
};

/** Sees to the code of one invitation; a code that another has is reported on the invitation. */
async function giveCode(row: CodedInvitation, context: PluginContext): Promise<string> {
  const ensured = await ensureCode(row, context);
  return ensured === 'inUse' ? report(row, context) : ensured;
}

/**
 * If-Match: an edit that has just mended the code must not be overwritten by the report about the old one.
 */
async function report(row: CodedInvitation, { dataverse }: PluginContext): Promise<string> {
  if (row.inv_sendresult === table.sendResult.codeInUse && row.inv_codehash === null) return 'still in use';
  const { inv_invitationid: id, '@odata.etag': version } = row;
  const inUse = { kind: 'update', set: table.set, id, row: codeInUse(row), version } as const;
  const written = await writeIfUnchanged(inUse, 'the report of a code in use', dataverse);
  return written === 'done' ? 'in use' : written;
}
