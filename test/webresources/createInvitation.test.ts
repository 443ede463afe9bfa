import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createInvitation } from '../../webresources/contact.js';
import { call, create } from '../sandbox/server/webApi.js';
import { setScene, startProduct, startTimeout, type Product } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, startTimeout);
afterAll(() => product.sandbox.close());

let ada: string;
beforeEach(async () => {
  ada = await create(product.sandbox, 'contacts', { firstname: 'Ada', lastname: 'Lovelace' });
});

const invitationFor = (name: string) => [
  expect.objectContaining({
    table: 'inv_invitation',
    values: expect.objectContaining({
      inv_name: name,
      inv_type: 724300000,
      inv_contactid: [expect.objectContaining({ id: ada, name })],
    }),
  }),
];

describe('Create Invitation on a contact', () => {
  it('opens a new single invitation for the contact, under its full name', async () => {
    const scene = await setScene(product);
    const { context } = await scene.openForm('contact', ada);
    await createInvitation(context);
    expect(scene.said()).toEqual([]);
    expect(scene.opened).toEqual(invitationFor('Ada Lovelace'));
  });

  it('opens one for a double click', async () => {
    const scene = await setScene(product);
    const { context } = await scene.openForm('contact', ada);
    await Promise.all([createInvitation(context), createInvitation(context)]);
    expect(scene.said()).toEqual([]);
    expect(scene.opened).toEqual(invitationFor('Ada Lovelace'));
  });

  it('refuses on a contact that is not saved, and says what to do', async () => {
    const scene = await setScene(product);
    const { context } = await scene.openForm('contact');
    await createInvitation(context);
    expect(scene.said()).toEqual(['Save the contact first. Then you can create an invitation for it.']);
    expect(scene.opened).toEqual([]);
  });

  it('refuses for an inactive contact, by name', async () => {
    await call(product.sandbox, 'PATCH', `contacts(${ada})`, { body: { statecode: 1, statuscode: 2 } });
    const scene = await setScene(product);
    const { context } = await scene.openForm('contact', ada);
    await createInvitation(context);
    expect(scene.said()).toEqual(['Ada Lovelace is inactive. Activate the contact before inviting.']);
    expect(scene.opened).toEqual([]);
  });

  it('saves changes first, and goes by what was saved', async () => {
    const scene = await setScene(product);
    const { context } = await scene.openForm('contact', ada);
    context.getAttribute('lastname')?.setValue('King');
    await createInvitation(context);
    expect(scene.said()).toEqual(['There are changes that are not saved. Save them and go on?']);
    expect(scene.opened).toEqual(invitationFor('Ada King'));
  });

  it('does nothing when the user does not want to save', async () => {
    const scene = await setScene(product, { confirm: false });
    const { context } = await scene.openForm('contact', ada);
    context.getAttribute('lastname')?.setValue('King');
    await createInvitation(context);
    expect(scene.opened).toEqual([]);
    expect((await call(product.sandbox, 'GET', `contacts(${ada})`)).json['lastname']).toBe('Lovelace');
  });

  it('shows what went wrong when the contact cannot be read', async () => {
    const scene = await setScene(product, {
      before: ({ path }) => {
        if (path.endsWith('?$select=fullname,statecode')) throw new Error('offline');
        return undefined;
      },
    });
    const { context } = await scene.openForm('contact', ada);
    await createInvitation(context);
    expect(scene.dialogs.map(({ kind }) => kind)).toEqual(['error']);
    expect(scene.said()[0]).toContain('Something went wrong.');
  });
});
