import { describe, expect, it } from '@jest/globals';
import { codePlugin } from '../../../plugins/code/plugin.js';
import { group } from '../redeem/visitors/people.js';
import { comparing } from './compare.js';

const { compare, product } = comparing();

// Native: the chosen day is the midnight with which it begins, in the zone of whoever chose it, compared with a time rounded up.
describe('#10 the expiry date', () => {
  const moments = {
    'the evening before': '2030-05-10T06:29:00Z',
    'at breakfast': '2030-05-10T14:00:00Z',
    'in its last second': '2030-05-11T06:59:59Z',
    'a second later': '2030-05-11T07:00:00Z',
  };

  compare({
    name: '#10 is the last day on which an invitation can be redeemed, to its end in the zone of the site',
    settings: { timeZone: 'America/Los_Angeles' },
    async observe({ product, open }) {
      const guests = await product.crowd(4);
      const { code } = await group(product, guests, { inv_expirydate: '2030-05-10' });
      const told: Record<string, string> = {};
      for (const [index, [name, moment]] of Object.entries(moments).entries()) {
        const system = open({ now: () => new Date(moment) });
        told[name] = await system.asContact(code, guests[index] ?? '');
      }
      return told;
    },
    ours: {
      'the evening before': 'redeemed',
      'at breakfast': 'redeemed',
      'in its last second': 'redeemed',
      'a second later': 'INV_CODE_INVALID',
    },
    native: {
      'the evening before': 'redeemed',
      'at breakfast': 'Invalid invitation code.',
      'in its last second': 'Invalid invitation code.',
      'a second later': 'Invalid invitation code.',
    },
  });

  // Native: none, for ever.
  it('#10 has a default, of as many days as the makers say', async () => {
    product().set({ defaultExpiryDays: 14, timeZone: 'UTC' });
    const id = await product().single(await product().contact());
    await product().run(codePlugin);
    const { inv_expirydate: day, createdon } = await product().read(id);
    expect(Date.parse(String(day)) - Date.parse(String(createdon).slice(0, 10))).toBe(14 * 86_400_000);
  });
});
