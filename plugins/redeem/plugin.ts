import { inviteRedemption, redemptionRequest as table } from '../../solution/schema.js';
import { requireReadableCodes } from '../code/requireReadableCodes.js';
import type { Row, Write } from '../dataverse/door.js';
import { writeIfUnchanged } from '../dataverse/writeIfUnchanged.js';
import { catalogue } from '../errors/catalogue.js';
import { isInvitationError } from '../errors/invitationError.js';
import type { Plugin, PluginContext } from '../contract/plugin.js';
import { grantedJson } from './grants/grantedJson.js';
import { redeem } from './redeem.js';
import { succeeded, type Redemption } from './redemption.js';

/** A row somebody wrote to have a code redeemed. */
export type PendingRequest = {
  readonly '@odata.etag': string;
  readonly inv_redemptionrequestid: string;
  readonly inv_name: string | null;
  readonly inv_code: string | null;
  readonly _inv_contactid_value: string | null;
  readonly inv_ipaddress: string | null;
  readonly inv_identityprovider: string | null;
};

const pending = `statecode eq 0 and statuscode eq ${table.status.pending}`;

/** The door for sites that write rows: answers pending redemption requests. */
export const redeemPlugin: Plugin<PendingRequest> = {
  name: 'redeem',
  feeds: ['workflow'],

  async *due({ dataverse }) {
    const pages = dataverse.pages<PendingRequest>({
      set: table.set,
      select: ['inv_name', 'inv_code', '_inv_contactid_value', 'inv_ipaddress', 'inv_identityprovider'],
      filter: pending,
      orderBy: ['createdon asc'],
      pageSize: 250,
    });
    for await (const rows of pages) {
      await requireReadableCodes(rows, dataverse);
      yield rows;
    }
  },

  idOf: (row) => row.inv_redemptionrequestid,

  async run(row, context) {
    const redemption = await answerTo(row, context);
    const { outcome } = redemption;
    const word = outcome === 'redeemed' ? outcome : await answer(row, redemption, context);
    if (word === outcome) context.telemetry.happened('redeemed', outcome);
    return word;
  },

  async setAside(row, error, context) {
    const reason = isInvitationError(error) ? error.message : unforeseen;
    const word = await answer(row, { outcome: 'failed', reason }, context);
    if (word !== 'failed') return word;
    context.telemetry.happened('redeemed', 'failed');
    return 'done';
  },

  waiting: () => ({ set: table.set, filter: pending }),
};

/** The sentence of an error that nobody foresaw may say anything, so it stays in the log. */
const unforeseen = 'The service met an unexpected error, again and again; its log tells more.';

/** Writes an answer that was not part of a redemption. @returns its outcome, or what kept it from being written */
async function answer(
  row: PendingRequest,
  redemption: Redemption,
  { dataverse }: PluginContext,
): Promise<string> {
  const write = answerWrite(row, redemption);
  const written = await writeIfUnchanged(write, 'the answer to a redemption request', dataverse);
  return written === 'done' ? redemption.outcome : written;
}

/**
 * The answer to a request that succeeds is in the transaction of the redemption: nobody can be granted
 * something while the request says no, or still waits.
 */
async function answerTo(row: PendingRequest, context: PluginContext): Promise<Redemption> {
  if (row._inv_contactid_value === null) {
    const errorCode = 'INV_REDEEMER_MISSING';
    return { outcome: 'failed', reason: catalogue[errorCode], errorCode };
  }
  return redeem(
    {
      code: row.inv_code ?? '',
      contactId: row._inv_contactid_value,
      ipAddress: row.inv_ipaddress ?? undefined,
      identityProvider: row.inv_identityprovider ?? undefined,
    },
    context,
    (redemption) => [answerWrite(row, redemption)],
  );
}

/**
 * If-Match: two services take up the same request; the second finds that the contact has redeemed already and
 * must not overwrite the answer of the first. The code goes: an answered request has no use for it. A page of Power Pages may not set
 * the name, and people need one in lists.
 */
function answerWrite(row: PendingRequest, redemption: Redemption): Write {
  const { outcome, reason, redemptionId, granted } = redemption;
  const answer: Row = {
    ...(row.inv_name ? {} : { inv_name: `Redemption request ${row.inv_redemptionrequestid.slice(0, 8)}` }),
    inv_code: null,
    inv_outcome: table.outcome[outcome],
    inv_reason: reason.slice(0, table.lengths.inv_reason),
    inv_granted: grantedJson(granted),
    ...(redemptionId === undefined
      ? {}
      : { 'inv_redemptionid@odata.bind': `/${inviteRedemption.set}(${redemptionId})` }),
    statecode: table.state.inactive,
    statuscode: succeeded(redemption) ? table.status.completed : table.status.refused,
  };
  return {
    kind: 'update',
    set: table.set,
    id: row.inv_redemptionrequestid,
    row: answer,
    version: row['@odata.etag'],
  };
}
