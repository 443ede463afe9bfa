import { describe } from '@jest/globals';
import { coded, invited, person, someAddress } from '../redeem/visitors/people.js';
import { invitation as table } from '../../../solution/schema.js';
import { comparing } from './compare.js';
import { proofsOf, subjectsOf } from './rows.js';

const { compare } = comparing();

/** Another single invitation of a contact, whose code stays good. */
const another = (contact: string) => ({
  inv_type: table.type.single,
  'inv_contactid@odata.bind': `/contacts(${contact})`,
});

// Native: a link that is still good initialises its contact again, though it has a login: whoever holds it becomes the contact.
describe('#4 a live link of a contact who has an account', () => {
  compare({
    name: '#4 gives it to nobody else, even where the code is taken as a proof',
    settings: { linkingPolicy: 'code' },
    async observe({ product, open }) {
      const { contact, code, address } = await invited(product);
      const [ann, eve] = [person(address), person(someAddress())];
      const second = await coded(product, another(contact));
      const told = [await open().asVisitor(code, ann), await open().asVisitor(second.code, eve)];
      const subjects = await subjectsOf(product, contact);
      const { inv_redemptions: counted } = await product.read(second.id);
      return { told, ann: subjects.includes(ann.subject), eve: subjects.includes(eve.subject), counted };
    },
    ours: { told: ['redeemed', 'INV_IDENTITY_TAKEN'], ann: true, eve: false, counted: null },
    native: { told: ['redeemed', 'redeemed'], ann: true, eve: true, counted: 1 },
  });

  compare({
    name: '#4 gives it to nobody else who brings the same address from the same provider',
    async observe({ product, open }) {
      const { contact, code, address } = await invited(product);
      const [ann, eve] = [person(address), person(address)];
      const second = await coded(product, another(contact));
      const told = [await open().asVisitor(code, ann), await open().asVisitor(second.code, eve)];
      return { told, eve: (await subjectsOf(product, contact)).includes(eve.subject) };
    },
    ours: { told: ['redeemed', 'INV_IDENTITY_TAKEN'], eve: false },
    native: { told: ['redeemed', 'redeemed'], eve: true },
  });

  compare({
    name: '#4 serves the contact by the account they have, and makes no second one for somebody at the form',
    manner: 'form',
    async observe({ product, open }) {
      const { contact, code, address } = await invited(product);
      const ann = person(address);
      await open().asVisitor(code, ann);
      const [second, third] = [
        await coded(product, another(contact)),
        await coded(product, another(contact)),
      ];
      const told = [
        await open().asVisitor(second.code, ann),
        await open().asVisitor(third.code, person(someAddress())),
      ];
      return { told, logins: (await subjectsOf(product, contact)).length };
    },
    ours: { told: ['redeemed', 'INV_REDEEMER_NOT_INVITED'], logins: 1 },
    native: { told: ['redeemed', 'redeemed'], logins: 2 },
  });
});

// Native: the form writes the address that was typed over that of the contact; at a provider the contact's is called confirmed unproved.
describe('#5 the address of the contact', () => {
  compare({
    name: '#5 stays as it is, and an account that came by the code alone is not said to have proved it',
    settings: { linkingPolicy: 'code' },
    manner: 'form',
    async observe({ product, open }) {
      const { contact, code, address } = await invited(product);
      const told = await open().asVisitor(code, person(someAddress()));
      const { emailaddress1: after } = await product.admin.get(`contacts(${contact})`);
      return { told, kept: after === address, proofs: await proofsOf(product, contact) };
    },
    ours: { told: 'redeemed', kept: true, proofs: ['invitationCode'] },
    native: { told: 'redeemed', kept: false, proofs: ['none'] },
  });
});
