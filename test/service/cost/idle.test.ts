import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { codePlugin } from '../../../plugins/code/plugin.js';
import type { Plugin } from '../../../plugins/contract/plugin.js';
import { plugins } from '../../../plugins/host/plugins.js';
import { sendPlugin } from '../../../plugins/send/plugin.js';
import type { Row } from '../../../plugins/dataverse/door.js';
import { invitation } from '../../../solution/schema.js';
import { startProduct, type Product } from '../product/product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
});
afterAll(() => product.close());

/** Requests of one look that acts on nothing. */
const look = (plugin: Plugin) =>
  product.cost(async () => {
    for await (const rows of plugin.due(product.context)) expect(rows).toEqual([]);
  });
/** INVITATIONS_POLL_SECONDS as it is by default, and a loop's default factor. */
const [pollSeconds, usualFactor] = [2, 4];
/** What service protection allows one application user: 6,000 requests in 300 s. */
const requestsPerMinute = 1_200;

describe('plugins with nothing to do', () => {
  it('cost a request a look, each, and together about a hundredth of what one identity may ask', async () => {
    const idle = (plugins as readonly Plugin[]).filter(({ name }) => name !== 'send');
    let perMinute = 0;
    for (const plugin of idle) {
      const { requests } = await look(plugin);
      expect(`${plugin.name} ${requests}`).toBe(`${plugin.name} 1`);
      perMinute += (60 / (pollSeconds * (plugin.idleFactor ?? usualFactor))) * requests;
    }
    expect(perMinute).toBeCloseTo(7.5 + 2.5 + 2.5 + 1 + 1 / 60);
    expect(perMinute / requestsPerMinute).toBeLessThan(0.012);
  });

  it('cost no more however many invitations ask to be sent', async () => {
    const [guest] = await product.crowd(1);
    const Targets = Array.from({ length: 1_200 }, (): Row => ({
      '@odata.type': 'Microsoft.Dynamics.CRM.inv_invitation',
      inv_name: 'Partner portal',
      inv_type: invitation.type.single,
      'inv_contactid@odata.bind': `/contacts(${guest})`,
      statuscode: invitation.status.sendRequested,
    }));
    for (let from = 0; from < Targets.length; from += 400) {
      await product.manager.create('inv_invitations/Microsoft.Dynamics.CRM.CreateMultiple', {
        Targets: Targets.slice(from, from + 400),
      });
    }
    // The queue is longer than a page of the code plugin, which reads a thousand.
    expect((await look(codePlugin)).requests).toBe(1);
    const first = sendPlugin.due(product.context)[Symbol.asyncIterator]();
    expect((await first.next()).value).toHaveLength(250);
    await first.return?.();
  });
});
