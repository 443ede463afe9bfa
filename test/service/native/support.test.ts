import { describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { Row } from '../../../plugins/dataverse/door.js';
import { reportId } from '../../../plugins/invitation/ids.js';
import { redeemPlugin } from '../../../plugins/redeem/plugin.js';
import { invitation as table, redemptionRequest } from '../../../solution/schema.js';
import { invited, person, someAddress } from '../redeem/visitors/people.js';
import { comparing } from './compare.js';
import { openRealPage } from './realPage.js';

const { product } = comparing();

// Native: one sentence for everybody, nothing in a log, nothing on the invitation; a state of New or Access Denied needs a runbook.
describe('#25 who supports people', () => {
  const { status } = table;
  const gates: readonly [string, Row, string][] = [
    ['expired', { inv_expirydate: '2020-01-01' }, 'expired'],
    ['withdrawn', { statecode: 1, statuscode: status.inactive }, 'inactive'],
    ['used up', { inv_redemptions: 1, statuscode: status.redeemed }, 'exhausted'],
    ['somebody else’s', {}, 'stranger'],
  ];

  it.each(gates)(
    '#25 finds in the log which invitation was refused and why: it is %s',
    async (_, row, because) => {
      const { code, id } = await invited(product());
      await product().admin.update(`${table.set}(${id})`, row);
      const address = someAddress();
      const page = await openRealPage(product(), () => person(address, { name: 'Eve Example' }));
      await page.follow(`/register?invitation=${code}`);
      await page.signIn();
      await page.post('/redeem');
      const refusals = page.lines().filter(({ msg }) => msg === 'redemption refused');
      expect(refusals).toMatchObject([{ invitation: id, because }]);
      const log = JSON.stringify(page.lines());
      for (const secret of [code, address, 'Eve']) expect(log).not.toContain(secret);
    },
  );

  it('#25 finds in the log that no invitation has the code', async () => {
    const page = await openRealPage(product(), () => person(someAddress()));
    await page.follow(`/register?invitation=${randomUUID()}`);
    await page.signIn();
    await page.post('/redeem');
    const refusals = page.lines().filter(({ msg }) => msg === 'redemption refused');
    expect(refusals).toMatchObject([{ because: 'unknown' }]);
    expect(refusals[0]).not.toHaveProperty('invitation');
  });

  it('#25 finds what a site asked for, and what came of it, as a row', async () => {
    const { code } = await invited(product());
    const [request, other] = [randomUUID(), await product().contact()];
    await product().admin.create(redemptionRequest.set, {
      inv_redemptionrequestid: request,
      inv_name: 'at the site',
      inv_code: code,
      'inv_contactid@odata.bind': `/contacts(${other})`,
    });
    await product().run(redeemPlugin);
    expect(await product().admin.get(`${redemptionRequest.set}(${request})`)).toMatchObject({
      inv_outcome: redemptionRequest.outcome.notInvited,
      inv_reason: expect.stringMatching(/\w/),
      statuscode: redemptionRequest.status.refused,
    });
  });

  it('#25 has a task on the invitation when Dataverse refuses what it grants, with the reason', async () => {
    const { code, id, contact, address } = await invited(product());
    product().sandbox.faults.set([
      {
        body: `PATCH .*inv_invitations\\(${id}`,
        failure: { kind: 'error', status: 400, code: '0x80040265', message: 'A plug-in said no.' },
      },
    ]);
    const page = await openRealPage(product(), () => person(address));
    await page.follow(`/register?invitation=${code}`);
    await page.signIn();
    await page.post('/redeem');
    product().sandbox.faults.clear();
    const tasks = await product().admin.rows(`tasks?$filter=_regardingobjectid_value eq ${id}`);
    expect(tasks).toMatchObject([
      {
        activityid: reportId('redemption', id, contact),
        description: expect.stringContaining('A plug-in said no.'),
      },
    ]);
    // The person has a number to give them, which leads to the line in the log.
    const { body } = await page.get('/register');
    const incidents = page.lines().flatMap(({ incident }) => (typeof incident === 'string' ? incident : []));
    expect(incidents).toHaveLength(1);
    expect(body).toContain(incidents[0]);
  });
});
