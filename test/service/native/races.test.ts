import { describe } from '@jest/globals';
import { invitation as table } from '../../../solution/schema.js';
import { group, invited, linksOf, person } from '../redeem/visitors/people.js';
import { comparing, type World } from './compare.js';
import { activitiesOf } from './rows.js';

const { compare } = comparing();
const { status } = table;

/** What became of an invitation. */
async function countOf({ product }: World, id: string) {
  const { inv_redemptions: counted, statuscode } = await product.read(id);
  return { counted, statuscode, activities: (await activitiesOf(product, id)).length };
}

// Native: the counter that was read plus one is written, without a look at the row's version.
describe('#1 the race for the last use', () => {
  compare({
    name: '#1 the one use of a single invitation is given once, though two have read before either writes',
    settings: { redeemerPolicy: 'anyone' },
    async observe(world) {
      const { product, open } = world;
      const { contact, id, code } = await invited(product, { inv_maximumredemptions: 1 });
      const other = await product.contact();
      let first = '';
      const second = await open({
        meanwhile: async () => {
          first = await open().asContact(code, contact);
        },
      }).asContact(code, other);
      const { _inv_redeemedcontactid_value: redeemed } = await product.read(id);
      return { told: [first, second], theFirst: redeemed === contact, ...(await countOf(world, id)) };
    },
    ours: {
      told: ['redeemed', 'INV_CODE_INVALID'],
      theFirst: true,
      counted: 1,
      statuscode: status.redeemed,
      activities: 1,
    },
    native: {
      told: ['redeemed', 'redeemed'],
      theFirst: false,
      counted: 1,
      statuscode: status.redeemed,
      activities: 2,
    },
  });

  compare({
    name: '#1 of a group no use is lost from the counter, and the maximum holds',
    async observe(world) {
      const { product, open } = world;
      const [ann, ben, cay] = [await product.contact(), await product.contact(), await product.contact()];
      const { code, id } = await group(product, [ann, ben, cay], { inv_maximumredemptions: 2 });
      let first = '';
      const second = await open({
        meanwhile: async () => {
          first = await open().asContact(code, ann);
        },
      }).asContact(code, ben);
      const third = await open().asContact(code, cay);
      return { told: [first, second, third], ...(await countOf(world, id)) };
    },
    ours: {
      told: ['redeemed', 'redeemed', 'INV_CODE_INVALID'],
      counted: 2,
      statuscode: status.redeemed,
      activities: 2,
    },
    native: {
      told: ['redeemed', 'redeemed', 'redeemed'],
      counted: 2,
      statuscode: status.redeemed,
      activities: 3,
    },
  });
});

// Native: the login is made first, count and activity follow in a request, the status in another; nothing takes back what was done before.
describe('#2 a redemption that fails in the middle', () => {
  const failing = (body: string) => ({
    body,
    failure: { kind: 'error', status: 400, code: '0x80040265', message: 'A plug-in said no.' } as const,
  });
  const broken = (part: string) => async (world: World) => {
    const { product, open } = world;
    const { contact, code, id, address } = await invited(product, { inv_maximumredemptions: 1 });
    const visitor = person(address);
    product.sandbox.faults.set([failing(part)]);
    const first = await open().asVisitor(code, visitor);
    product.sandbox.faults.clear();
    const { counted, activities } = await countOf(world, id);
    const linked = (await linksOf(product, contact)).length;
    return { told: [first, await open().asVisitor(code, visitor)], counted, activities, linked };
  };
  const nothingYet = {
    told: ['INV_REDEMPTION_REFUSED', 'redeemed'],
    counted: null,
    activities: 0,
    linked: 0,
  };

  compare({
    name: '#2 at the status has changed nothing, and succeeds when it is tried again',
    observe: broken(`"statuscode":${status.redeemed}`),
    ours: nothingYet,
    native: { told: ['error page', 'Invalid invitation code.'], counted: 1, activities: 1, linked: 1 },
  });

  compare({
    name: '#2 at the activity leaves no login behind',
    observe: broken('POST .*inv_inviteredemptions'),
    ours: nothingYet,
    native: { told: ['error page', 'redeemed'], counted: null, activities: 0, linked: 1 },
  });
});
