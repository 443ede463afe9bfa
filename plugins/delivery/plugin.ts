import { invitation as table } from '../../solution/schema.js';
import type { Dataverse, Read } from '../dataverse/door.js';
import { writeIfUnchanged } from '../dataverse/writeIfUnchanged.js';
import type { Plugin, PluginContext } from '../contract/plugin.js';
import { emailId } from '../invitation/ids.js';
import { linkedContacts } from '../send/invitees.js';
import { deliveryReport, type DeliveryReport } from './deliveryReport.js';
import { deliveryVerdict, emailStatus, type HandedOverMail } from './deliveryVerdict.js';

/** An invitation whose mails did not fare as it says. */
export type Misreported = {
  readonly '@odata.etag': string;
  readonly inv_invitationid: string;
  readonly report: DeliveryReport;
};

type Watched = {
  readonly '@odata.etag': string;
  readonly inv_invitationid: string;
  readonly inv_type: number;
  readonly inv_sendgeneration: number | null;
  readonly inv_sendresult: number | null;
  readonly _inv_contactid_value: string | null;
  readonly inv_invitation_Emails: readonly HandedOverMail[];
};

/** Minutes after which a mail that Dataverse has not sent is late. */
const lateAfterMinutes = 30;
/** Days for which the fate of a mail is watched. */
const watchedDays = 7;
const minute = 60_000;

/**
 * Watches what becomes of mails after they were handed over: *Sent* must mean sent. Mails that failed, were cancelled
 * or wait longer than the limit (a mailbox that is not approved keeps them for ever), turn the invitation to
 * Send Failed with the reason. When late mails are sent after all, the invitation is Sent again; a resend in
 * between counts as a generation of its own, and older mails no longer matter.
 */
export const deliveryPlugin: Plugin<Misreported> = {
  name: 'delivery',
  // A mail is late after half an hour: nobody waits for this look, and it must not cost those who send.
  idleFactor: 30,

  async *due(context) {
    const now = context.now().getTime();
    const ago = (minutes: number): Date => new Date(now - minutes * minute);
    const lateSince = ago(lateAfterMinutes);
    const watchedSince = ago(watchedDays * 24 * 60);
    for await (const rows of context.dataverse.pages<Watched>(watched(lateSince, watchedSince))) {
      const misreported: Misreported[] = [];
      for (const row of rows) {
        const current = await currentMails(row, context.dataverse);
        const report = deliveryReport(deliveryVerdict(current, lateSince), row.inv_sendresult);
        const { '@odata.etag': version, inv_invitationid } = row;
        if (report) misreported.push({ '@odata.etag': version, inv_invitationid, report });
      }
      yield misreported;
    }
  },

  idOf: (row) => row.inv_invitationid,
  run: write,
};

const mails = 'inv_invitation_Emails';

/**
 * Invitations that say Sent and have a mail that was not, and those that say late and have a mail that was sent or lost since.
 * Their mails come with them. When all is well there is none, and the look costs one request. That some mail is so is a lambda
 * expression (Web API: Filter rows using OData, "Filter using values of related collections"); its negation is not documented,
 * so a mail that is missing cannot be looked for.
 */
function watched(lateSince: Date, watchedSince: Date): Read {
  const { status, sendResult } = table;
  const { cancelled, failed, pendingSend, sending, sent } = emailStatus;
  const isOne = (...codes: readonly number[]): string =>
    `(${codes.map((code) => `m/statuscode eq ${code}`).join(' or ')})`;
  const someMail = (condition: string): string =>
    `${mails}/any(m:m/createdon ge ${watchedSince.toISOString()} and ${condition})`;
  const late = `(${isOne(pendingSend, sending)} and m/createdon lt ${lateSince.toISOString()})`;
  return {
    set: table.set,
    select: ['inv_type', 'inv_sendgeneration', 'inv_sendresult', '_inv_contactid_value'],
    expand: [`${mails}($select=activityid,statuscode,createdon)`],
    filter:
      `(statuscode eq ${status.sent} and ${someMail(`(${isOne(failed, cancelled)} or ${late})`)}) or ` +
      `(statuscode eq ${status.sendFailed} and inv_sendresult eq ${sendResult.deliveryLate} and ` +
      `${someMail(isOne(failed, cancelled, sent))})`,
    orderBy: ['createdon asc'],
    pageSize: 100,
  };
}

/**
 * The mails of the current generation, known by their ids; those of earlier sends, and of contacts no longer
 * invited, do not count.
 */
async function currentMails(row: Watched, dataverse: Dataverse): Promise<readonly HandedOverMail[]> {
  const generation = row.inv_sendgeneration ?? 0;
  const ids = new Set<string>();
  for (const contact of await invitedContacts(row, dataverse)) {
    ids.add(emailId(row.inv_invitationid, contact, generation));
  }
  return row.inv_invitation_Emails.filter(({ activityid }) => ids.has(activityid.toLowerCase()));
}

async function invitedContacts(row: Watched, dataverse: Dataverse): Promise<readonly string[]> {
  if (row.inv_type !== table.type.group)
    return row._inv_contactid_value === null ? [] : [row._inv_contactid_value];
  const { invitedContacts: invited } = table.manyToMany;
  const contacts = await linkedContacts<{ contactid: string }>(
    invited,
    ['contactid'],
    row.inv_invitationid,
    dataverse,
  );
  return contacts.map(({ contactid }) => contactid);
}

/**
 * If-Match: the invitation was redeemed, or asked to be sent again, while its mails were looked at. Then this
 * news is old.
 */
async function write(misreported: Misreported, { dataverse, telemetry }: PluginContext): Promise<string> {
  const { word, ...row } = misreported.report;
  const { '@odata.etag': version, inv_invitationid: id } = misreported;
  const report = { kind: 'update', set: table.set, id, row, version } as const;
  const written = await writeIfUnchanged(report, 'the delivery report of an invitation', dataverse);
  if (written !== 'done') return written;
  if (word !== 'delivered') telemetry.happened('undelivered', word);
  return word;
}
