import { invitation as table } from '../../solution/schema.js';
import type { Dataverse, Read } from '../dataverse/door.js';
import { invitationError } from '../errors/invitationError.js';
import type { Plugin, PluginContext } from '../host/plugin.js';
import { codeChange, type CodedInvitation } from './codeChange.js';
import { codeInUse } from './codeInUse.js';
import { ensureCode } from './ensureCode.js';

/**
 * How long the service trusts that it has seen every edited code; then it looks at all active invitations
 * again.
 */
const sweepEveryMs = 3_600_000;
/** How far the clocks of the service and of Dataverse may differ. */
const overlapMs = 300_000;

/** When the plugin last looked, in milliseconds since 1970. Losing it costs one sweep, nothing else. */
interface Looked {
  readonly atAll: number;
  readonly atEdited: number;
}

const looked = new WeakMap<Dataverse, Looked>();

/**
 * Gives active invitations a code, its hash and the default expiry date. Invitations that ask to be sent are
 * left to the send plugin, which does the same in the transaction of the mail: two plugins at one row would
 * only take each other's version away.
 *
 * A missing hash is a filter; a stale one, after somebody edited the code, shows only by computing it. So
 * rows that somebody else edited since the last look are read too, and everything once at the start and once
 * an hour, for edits that another change has hidden since. Redeeming does not wait for this: it compares the
 * code itself.
 */
export const codePlugin: Plugin<CodedInvitation> = {
  name: 'code',

  async *due(context) {
    const now = context.now().getTime();
    const last = looked.get(context.dataverse);
    const sweep = last === undefined || now - last.atAll >= sweepEveryMs;
    const filter = sweep ? everyCode : missingOrEdited(context, last.atEdited - overlapMs);
    for await (const rows of context.dataverse.pages<CodedInvitation>(read(filter))) {
      yield rows.filter((row) => codeChange(row, context.settings()) !== undefined);
    }
    looked.set(context.dataverse, { atAll: sweep ? now : last.atAll, atEdited: now });
  },

  idOf: (row) => row.inv_invitationid,

  async run(row, context) {
    const ensured = await ensureCode(row, context);
    return ensured === 'inUse' ? report(row, context) : ensured;
  },
};

const read = (filter: string): Read => ({
  set: table.set,
  select: ['inv_code', 'inv_codehash', 'inv_expirydate', 'inv_sendresult', 'statuscode', 'createdon'],
  filter,
  orderBy: ['createdon asc'],
  pageSize: 1000,
});

const everyCode = `statecode eq 0 and statuscode ne ${table.status.sendRequested}`;

/** Reported rows wait for an edit: without the exception a code that stays in use would be tried for ever. */
function missingOrEdited({ identity }: PluginContext, since: number): string {
  const { codeInUse: reported } = table.sendResult;
  const missing = `inv_codehash eq null and (inv_sendresult eq null or inv_sendresult ne ${reported})`;
  const edited = `modifiedon ge ${new Date(since).toISOString()} and _modifiedby_value ne ${identity.userId}`;
  return `${everyCode} and ((${missing}) or (${edited}))`;
}

/**
 * If-Match: an edit that has just mended the code must not be overwritten by the report about the old one.
 */
async function report(row: CodedInvitation, { dataverse }: PluginContext): Promise<string> {
  if (row.inv_sendresult === table.sendResult.codeInUse && row.inv_codehash === null) return 'still in use';
  const outcome = await dataverse.write([
    {
      kind: 'update',
      set: table.set,
      id: row.inv_invitationid,
      row: codeInUse(row),
      version: row['@odata.etag'],
    },
  ]);
  if (outcome.kind === 'refused' || outcome.kind === 'unknown') {
    throw invitationError('INV_DATAVERSE_FAULT', {
      operation: 'the report of a code in use',
      reason: outcome.error.message,
    });
  }
  return outcome.kind === 'done' ? 'in use' : 'changed';
}
