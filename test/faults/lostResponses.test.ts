import { afterAll, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Plugin } from '../../plugins/contract/plugin.js';
import { codePlugin } from '../../plugins/code/plugin.js';
import { redeemPlugin } from '../../plugins/redeem/plugin.js';
import { workflowPlugin } from '../../plugins/redeem/workflowPlugin.js';
import { sendPlugin } from '../../plugins/send/plugin.js';
import type { Failure, FaultRuleInput } from '../../sandbox/dataverse/server/faults/faultRule.js';
import { redemptionRequest } from '../../solution/schema.js';
import { startProduct, type Product } from '../service/product/product.js';
import { forgedClock } from '../unit/dataverse/forgedClock.js';
import { sendRequests, statesOf } from './testbed/invitations.js';
import { type Addressee, tallyMails, tallyRedemptions } from './testbed/ledger.js';
import { serviceContext } from './testbed/serviceContext.js';
import { workOff } from './testbed/workOff.js';

jest.setTimeout(60_000);

const nothing = { lost: [], doubled: [], unexpected: [] };
/** "Create a welcome task for the contact", a process of the sandbox. */
const welcomeTask = '5a5d0000-0000-4000-8000-0000000f0001';
/** Milliseconds after which the service gives an answer up: long for this machine, short for a test. */
const timeout = 200;

let product: Product;
/** All who were to be mailed; the mailbox is held against them in the end. */
const asked: Addressee[] = [];
beforeAll(async () => {
  product = await startProduct();
});
beforeEach(() => product.sandbox.faults.clear());
afterAll(() => product.close());

/** A service for which every pause is over at once; it gives an answer up soon that does not come to its end. */
const service = ({ kind }: Failure) =>
  serviceContext(product, {
    clock: forgedClock({ patient: false }),
    ...(kind === 'slowBody' || kind === 'truncated' ? { timeout } : {}),
  });
const send = [sendPlugin as unknown as Plugin];
const redeem = [redeemPlugin, workflowPlugin] as unknown as readonly Plugin[];

/** Every kind of request, by what tells it from the others. */
const requestsOfSend: readonly (readonly [string, Omit<FaultRuleInput, 'failure'>])[] = [
  ['the question for the language column', { url: 'EntityDefinitions' }],
  ['the look at what is due', { method: 'GET', url: 'inv_invitations\\?.*statuscode' }],
  [
    'the witnesses that codes can be read',
    { method: 'GET', url: 'inv_invitations\\?.*inv_codehash ne null' },
  ],
  ['what a page shares', { body: 'templatetypecode' }],
  ['the text of the template', { url: 'InstantiateTemplate' }],
  ['the mail', { body: 'SendEmail' }],
];
const requestsOfRedeem: readonly (readonly [string, Omit<FaultRuleInput, 'failure'>])[] = [
  ['the look at what is due', { url: 'inv_redemptionrequests\\?' }],
  ['the facts of a redemption', { body: 'GET .*inv_codehash=' }],
  ['the redemption', { body: 'POST .*inv_inviteredemptions' }],
  ['the look for workflows', { url: 'inv_inviteredemptions\\?' }],
  ['the start of the workflow', { body: 'ExecuteWorkflow' }],
];
const failures: readonly (readonly [string, Failure])[] = [
  ['never arrives', { kind: 'dropBefore' }],
  ['is answered, but the answer is lost', { kind: 'dropAfter' }],
  ['meets a gateway that answers with a page', { kind: 'badGateway' }],
  ['is answered 503', { kind: 'unavailable', status: 503 }],
  ['is answered 504', { kind: 'unavailable', status: 504 }],
  ['is answered, but the answer breaks off in the middle', { kind: 'truncated' }],
  ['is answered, but the answer stops in the middle and never goes on', { kind: 'slowBody' }],
];
const cases = (requests: typeof requestsOfSend) =>
  requests.flatMap(([what, rule]) =>
    failures.map(([happens, failure]) => [what, happens, rule, failure] as const),
  );

/** A redemption request with a workflow behind it. */
async function askToRedeem() {
  const [contact, code] = [await product.contact(), randomUUID()];
  const id = await product.single(contact, {
    inv_code: code,
    'inv_workflowid@odata.bind': `/workflows(${welcomeTask})`,
  });
  await product.run(codePlugin);
  await product.admin.create(redemptionRequest.set, {
    inv_name: 'at the site',
    inv_code: code,
    'inv_contactid@odata.bind': `/contacts(${contact})`,
  });
  return { invitation: id, contact, may: true };
}
const jobsOf = (contact: string) =>
  product.admin.rows(`asyncoperations?$filter=_regardingobjectid_value eq ${contact}`);

describe('everything is sent when, of a send,', () => {
  it.each(cases(requestsOfSend))('%s %s', async (_what, _happens, rule, failure) => {
    const two = await sendRequests(product, 2);
    asked.push(...two);
    product.sandbox.faults.set([{ ...rule, times: 1, failure }]);
    await workOff(send, service(failure));
    expect(product.sandbox.faults.states()[0]?.applied).toBe(1);
    expect(statesOf(product, two)).toEqual({ sent: 2 });
  });
});

describe('a contact redeems once, and the workflow starts once, when, of a redemption,', () => {
  it.each(cases(requestsOfRedeem))('%s %s', async (_what, _happens, rule, failure) => {
    const asked = await askToRedeem();
    product.sandbox.faults.set([{ ...rule, times: 1, failure }]);
    await workOff(redeem, service(failure));
    expect(product.sandbox.faults.states()[0]?.applied).toBe(1);
    expect(await tallyRedemptions(product, [asked])).toMatchObject({ requested: 1, ...nothing });
    expect(await jobsOf(asked.contact)).toHaveLength(1);
  });
});

it('in the end, everybody has one mail', async () => {
  expect(await tallyMails(product, asked)).toMatchObject({ requested: asked.length, ...nothing });
});
