import { setTimeout as sleep } from 'node:timers/promises';
import { inviteRedemption, invitation, redemptionRequest } from '../../../solution/schema.js';
import { countMails } from '../../tally/readMails.js';
import type { Row } from '../testbed/dataverse.js';
import type { Testbed } from '../testbed/startTestbed.js';
import type { People } from './people.js';
import { unreadablePrefix } from './poison.js';

/** Milliseconds after which a wave counts as not drained. */
const patience = 300_000;
const interval = 200;

const asking = `${invitation.set}?$select=${invitation.id}&$filter=statecode eq 0 and statuscode eq ${invitation.status.sendRequested}`;
/** What is still to be done by the services; none of it is left when a wave is drained. */
const work = {
  sends: asking,
  redemptions: `${redemptionRequest.set}?$select=${redemptionRequest.id}&$filter=statecode eq 0`,
  workflows: `${inviteRedemption.set}?$select=activityid&$filter=statecode eq 0`,
  codes: `${invitation.set}?$select=${invitation.id}&$filter=statecode eq 0 and inv_codehash eq null and statuscode eq ${invitation.status.new}`,
};
/**
 * What takes its time afterwards: invitations that need five attempts, with rests between, until they are set aside; and what Dataverse
 * itself has to do, mails in Pending Send or Sending, jobs that are not completed.
 */
const aftermath = {
  'to be set aside': asking,
  mails: 'emails?$select=activityid&$filter=statuscode eq 6 or statuscode eq 7',
  jobs: 'asyncoperations?$select=asyncoperationid&$filter=statecode ne 3',
};

/**
 * Waits until nothing is left to do, redeeming meanwhile what has been sent.
 *
 * @returns the seconds it took, or what is left after five minutes
 */
export async function drain(
  testbed: Testbed,
  people: People,
  signal: AbortSignal,
): Promise<{ readonly seconds: number } | { readonly left: string }> {
  const began = Date.now();
  for (;;) {
    signal.throwIfAborted();
    const toRedeem = await people.redeem();
    const left = await leftOf(work, testbed, isReadable);
    if (toRedeem === 0 && left.length === 0) return { seconds: (Date.now() - began) / 1000 };
    if (Date.now() - began > patience) return { left: left.join(', ') || `${toRedeem} not sent` };
    await sleep(interval);
  }
}

/** Waits until all mails have been carried, all jobs have run and what cannot be sent is set aside. @returns what is left when it takes too long */
export async function settle(testbed: Testbed, signal: AbortSignal): Promise<string | undefined> {
  const began = Date.now();
  for (let before = -1; ;) {
    signal.throwIfAborted();
    const left = await leftOf(aftermath, testbed);
    const mails = await countMails(testbed.mailboxUrl);
    if (left.length === 0 && mails === before) return undefined;
    if (Date.now() - began > patience) return left.join(', ');
    before = mails;
    await sleep(interval);
  }
}

/** An invitation that only needs to be acted on. */
const isReadable = (row: Row): boolean => !String(row[invitation.id]).startsWith(unreadablePrefix);

async function leftOf(
  queries: Readonly<Record<string, string>>,
  { dataverse }: Testbed,
  counts: (row: Row) => boolean = () => true,
): Promise<readonly string[]> {
  const left: string[] = [];
  for (const [name, query] of Object.entries(queries)) {
    const { length } = (await dataverse.all(query)).filter(counts);
    if (length > 0) left.push(`${length} ${name}`);
  }
  return left;
}
