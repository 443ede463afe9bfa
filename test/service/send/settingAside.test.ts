import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { invitationError } from '../../../plugins/errors/invitationError.js';
import { redeemPlugin } from '../../../plugins/redeem/plugin.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import { invitation, redemptionRequest } from '../../../solution/schema.js';
import { runOnce, startProduct, type Product } from '../product/product.js';

const { sendResult, status } = invitation;
let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

/** The first row that is due. */
async function firstDue<R>(due: AsyncIterable<readonly R[]>): Promise<R> {
  for await (const [row] of due) if (row !== undefined) return row;
  throw new Error('Nothing is due.');
}
const poison = invitationError('INV_SEND_REFUSED', { invitation: 'x', reason: 'A plug-in said no.' });

it('a send request that is put aside says why, is not due any more, and is sent when somebody asks again', async () => {
  const id = await product.single(await product.contact(), { statuscode: status.sendRequested });
  const request = await firstDue(sendPlugin.due(product.context));
  await expect(sendPlugin.setAside?.(request, poison, product.context)).resolves.toBe('done');
  expect(await product.read(id)).toMatchObject({
    statuscode: status.sendFailed,
    inv_sendresult: sendResult.setAside,
    inv_senddetail: expect.stringContaining('A plug-in said no.'),
    inv_sendgeneration: null,
  });
  await expect(product.run(sendPlugin)).resolves.toEqual([]);
  // Somebody has asked again meanwhile: the old failure must not take that back.
  await product.manager.update(`inv_invitations(${id})`, { statuscode: status.sendRequested });
  await expect(sendPlugin.setAside?.(request, poison, product.context)).resolves.toBe('changed');
  await expect(product.run(sendPlugin)).resolves.toEqual(['sent']);
});

it('a redemption request that is put aside is answered with the reason, and an unforeseen one without its words', async () => {
  const ids = [randomUUID(), randomUUID()];
  for (const [index, error] of [poison, new Error('secret')].entries()) {
    const contact = await product.contact();
    await product.admin.create(redemptionRequest.set, {
      inv_redemptionrequestid: ids[index],
      inv_name: 'at the site',
      inv_code: randomUUID(),
      'inv_contactid@odata.bind': `/contacts(${contact})`,
    });
    const request = await firstDue(redeemPlugin.due(product.context));
    await expect(redeemPlugin.setAside?.(request, error, product.context)).resolves.toBe('done');
  }
  const [foreseen, unforeseen] = await Promise.all(
    ids.map((id) => product.admin.get(`${redemptionRequest.set}(${id})`)),
  );
  const failed = {
    statuscode: redemptionRequest.status.refused,
    inv_outcome: redemptionRequest.outcome.failed,
  };
  expect(foreseen).toMatchObject({ ...failed, inv_reason: poison.message, inv_code: null });
  expect(unforeseen).toMatchObject(failed);
  expect(unforeseen?.inv_reason).not.toContain('secret');
});

it('two services on one crowded queue send every invitation once', async () => {
  const guests = await product.crowd(40, (id) => ({ emailaddress1: `${id}@contoso.example` }));
  for (const guest of guests) await product.single(guest, { statuscode: status.sendRequested });
  const crowded = (context: PluginContext) =>
    runOnce(
      { ...sendPlugin, due: (given: PluginContext) => sendPlugin.due(given, { crowded: true }) },
      context,
    );
  const words = await Promise.all([crowded(product.context), crowded(product.secondService())]);
  expect(words.flat().filter((word) => word === 'sent')).toHaveLength(40);
  const emails = await product.admin.rows('emails?$select=activityid&$filter=directioncode eq true');
  expect(emails).toHaveLength(41);
});
