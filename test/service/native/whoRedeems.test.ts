import { describe } from '@jest/globals';
import { group, invited, linksOf, person, someAddress } from '../redeem/visitors/people.js';
import { comparing, type World } from './compare.js';
import { contactsWith } from './rows.js';

const { compare } = comparing();

const stateOf = async ({ product }: World, id: string) => {
  const { inv_redemptions: counted, _inv_redeemedcontactid_value: by } = await product.read(id);
  return { counted, by };
};

// Native: whoever holds the link redeems it; the address of the provider is replaced by that of the contact, and compared with nothing.
describe('#3 a forwarded link', () => {
  compare({
    name: '#3 is no use to who signs in with an address of their own, and stays good for whom it is for',
    async observe(world) {
      const { product, open } = world;
      const { code, id, contact, address } = await invited(product, { inv_maximumredemptions: 1 });
      const stranger = await open().asVisitor(code, person(someAddress()));
      const afterwards = await stateOf(world, id);
      const linked = (await linksOf(product, contact)).length;
      const invitee = await open().asVisitor(code, person(address));
      const { by } = await stateOf(world, id);
      return { told: [stranger, invitee], counted: afterwards.counted, linked, theirs: by === contact };
    },
    ours: { told: ['INV_REDEEMER_NOT_INVITED', 'redeemed'], counted: null, linked: 0, theirs: true },
    native: { told: ['redeemed', 'Email is already taken.'], counted: 1, linked: 1, theirs: true },
  });

  compare({
    name: '#3 is no use to who has an account of another contact, single or group',
    async observe(world) {
      const { product, open } = world;
      const single = await invited(product);
      const many = await group(product, [single.contact]);
      const other = await product.contact();
      const told = [await open().asContact(single.code, other), await open().asContact(many.code, other)];
      const { counted, by } = await stateOf(world, single.id);
      return { told, counted, somebodyElse: by === other };
    },
    ours: {
      told: ['INV_REDEEMER_NOT_INVITED', 'INV_REDEEMER_NOT_INVITED'],
      counted: null,
      somebodyElse: false,
    },
    native: { told: ['redeemed', 'redeemed'], counted: 1, somebodyElse: true },
  });
});

// Native: a group has no invited contact in the column that redemption looks at, so the form refuses, and a provider makes a new contact.
describe('#6 a group, to people without an account', () => {
  const observe = async ({ product, open }: World) => {
    const address = someAddress();
    const contact = await product.contact({ emailaddress1: address });
    const { code } = await group(product, [contact]);
    const told = await open().asVisitor(code, person(address.toUpperCase()));
    const linked = (await linksOf(product, contact)).length;
    return { told, linked, contacts: await contactsWith(product, address) };
  };
  const ours = { told: 'redeemed', linked: 1, contacts: 1 };

  compare({
    name: '#6 knows its invited contact by the verified address, and makes no second contact',
    observe,
    ours,
    native: { told: 'Email is already taken.', linked: 0, contacts: 1 },
  });
  compare({
    name: '#6 knows them where the native form says the code is invalid',
    manner: 'form',
    observe,
    ours,
    native: { told: 'Invalid invitation code.', linked: 0, contacts: 1 },
  });
});

// Native: the holder of an address is looked for as one row; of two there comes back none, and the address counts as free.
describe('#15 an address that two contacts share', () => {
  compare({
    name: '#15 is nobody’s, and makes no third contact, though anyone may redeem',
    settings: { redeemerPolicy: 'anyone' },
    async observe({ product, open }) {
      const address = someAddress();
      await product.contact({ emailaddress1: address });
      await product.contact({ emailaddress1: address });
      const { code, id } = await group(product);
      const told = await open().asVisitor(code, person(address));
      const { inv_redemptions: counted } = await product.read(id);
      return { told, counted, contacts: await contactsWith(product, address) };
    },
    ours: { told: 'INV_REDEEMER_NOT_INVITED', counted: null, contacts: 2 },
    native: { told: 'redeemed', counted: 1, contacts: 3 },
  });
});

// Native: the contact of a deleted person is gone from the column, and the invitation is open to whoever has the link.
describe('#27 an invitation whose invited contact was deleted', () => {
  compare({
    name: '#27 lets nobody in: neither another contact nor a stranger, who stays one',
    async observe(world) {
      const { product, open } = world;
      const { code, id, contact } = await invited(product);
      await product.admin.remove(`contacts(${contact})`);
      const address = someAddress();
      const told = [
        await open().asContact(code, await product.contact()),
        await open().asVisitor(code, person(address)),
      ];
      const { counted } = await stateOf(world, id);
      return { told, counted, contacts: await contactsWith(product, address) };
    },
    ours: {
      told: ['INV_REDEEMER_NOT_INVITED', 'INV_REDEEMER_NOT_INVITED'],
      counted: null,
      contacts: 0,
    },
    native: { told: ['redeemed', 'redeemed'], counted: 2, contacts: 1 },
  });
});

// Native: another contact with the address of the invited one, also an inactive one, blocks them, and nobody has said so before.
describe('#29 a duplicate of the invited contact', () => {
  compare({
    name: '#29 active or not, does not stand in their way',
    async observe({ product, open }) {
      const told = [];
      for (const row of [{}, { statecode: 1, statuscode: 2 }]) {
        const { code, address } = await invited(product);
        const duplicate = await product.contact({ emailaddress1: address });
        await product.admin.update(`contacts(${duplicate})`, row);
        told.push(await open().asVisitor(code, person(address)));
      }
      return told;
    },
    ours: ['redeemed', 'redeemed'],
    native: ['Email is already taken.', 'Email is already taken.'],
  });
});
