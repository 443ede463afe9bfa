import { describe } from '@jest/globals';
import { invitation as table } from '../../../solution/schema.js';
import { group, invited } from '../redeem/visitors/people.js';
import { comparing } from './compare.js';

const { compare } = comparing();
const { status } = table;

// Native: a maximum that is empty is 0, which is reached at once and never stops anybody.
describe('#9 an empty maximum', () => {
  compare({
    name: '#9 of a single invitation is one use, as is any other',
    settings: { redeemerPolicy: 'anyone' },
    async observe({ product, open }) {
      const seen = [];
      for (const maximum of [null, 5]) {
        const { code, id, contact } = await invited(product, { inv_maximumredemptions: maximum });
        const told = [
          await open().asContact(code, contact),
          await open().asContact(code, await product.contact()),
        ];
        const { inv_redemptions: counted, _inv_redeemedcontactid_value: by } = await product.read(id);
        seen.push({ told, counted, theFirst: by === contact });
      }
      return seen;
    },
    ours: [
      { told: ['redeemed', 'INV_CODE_INVALID'], counted: 1, theFirst: true },
      { told: ['redeemed', 'INV_CODE_INVALID'], counted: 1, theFirst: true },
    ],
    native: [
      { told: ['redeemed', 'redeemed'], counted: 2, theFirst: false },
      { told: ['redeemed', 'redeemed'], counted: 2, theFirst: false },
    ],
  });

  compare({
    name: '#9 of a group is no limit, and it is not called Redeemed while it is open',
    async observe({ product, open }) {
      const [ann, ben] = [await product.contact(), await product.contact()];
      const { code, id } = await group(product, [ann, ben]);
      const first = await open().asContact(code, ann);
      const { statuscode } = await product.read(id);
      return { told: [first, await open().asContact(code, ben)], statuscode };
    },
    ours: { told: ['redeemed', 'redeemed'], statuscode: status.new },
    native: { told: ['redeemed', 'redeemed'], statuscode: status.redeemed },
  });
});
