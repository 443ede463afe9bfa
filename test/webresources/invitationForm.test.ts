import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { hashCode } from '../../plugins/invitation/code.js';
import { call, create } from '../sandbox/server/webApi.js';
import { setScene, startProduct, startTimeout, type Product } from './product.js';

let product: Product;
beforeAll(async () => {
  product = await startProduct();
}, startTimeout);
afterAll(() => product.sandbox.close());

const single = 724300000;
const group = 724300001;
const day = (offset: number): Date => {
  const now = new Date();
  return new Date(now.getFullYear(), now.getMonth(), now.getDate() + offset);
};
/** Lets what OnLoad and OnChange have begun come to its end: reads over HTTP, and the hash. */
async function settled(condition: () => boolean): Promise<void> {
  for (let turn = 0; turn < 100 && !condition(); turn += 1)
    await new Promise((resolve) => setTimeout(resolve, 5));
}

async function open(id?: string, values?: Readonly<Record<string, unknown>>, scene = {}) {
  const page = await setScene(product, scene);
  const form = await page.openForm('inv_invitation', id, values);
  const { context, model } = form;
  const value = (column: string): unknown => context.getAttribute(column)?.getValue() ?? null;
  const type = (column: string, typed: unknown): void => {
    const attribute = context.getAttribute(column);
    attribute?.setValue(typed as never);
    attribute?.fireOnChange();
  };
  const control = (name: string) => context.getControl<Xrm.Controls.StandardControl>(name);
  const complaints = (column: string): readonly string[] =>
    (model.controls.get(column)?.notifications.value ?? []).map(({ message }) => message);
  const remarks = (): readonly string[] => model.notifications.value.map(({ message }) => message);
  return { ...page, ...form, value, type, control, complaints, remarks };
}

describe('the form of a new invitation', () => {
  it('brings a code and its hash', async () => {
    const { value, context, said } = await open(undefined, { inv_name: 'Ada', inv_type: single });
    await settled(() => value('inv_codehash') !== null);
    const code = String(value('inv_code'));
    expect(code).toMatch(/^[0-9a-hjkmnp-tv-z]{26}$/);
    expect(value('inv_codehash')).toBe(hashCode(code));
    expect(context.getControl('inv_codehash')).not.toBeNull();
    expect(said()).toEqual([]);
  });

  const saved = async ({ context }: Awaited<ReturnType<typeof open>>) => {
    // The app saves once more when the hash is there, so this save itself may be refused.
    context.data.save().then(undefined, () => undefined);
    await settled(() => context.data.entity.getId() !== '');
    const id = context.data.entity.getId().replace(/[{}]/g, '');
    return (await call(product.sandbox, 'GET', `inv_invitations(${id})`)).json;
  };
  const settings = 'environmentvariabledefinitions?';

  it('saves the hash with the code, also when it is still under way', async () => {
    const form = await open(undefined, { inv_name: 'Ada', inv_type: single });
    await settled(() => form.requests.some(({ path }) => path.startsWith(settings)));
    form.type('inv_expirydate', day(7));
    form.type('inv_code', 'Welcome-2026-a');
    expect(await saved(form)).toMatchObject({ inv_codehash: hashCode('welcome-2026-a') });
  });

  it('leaves hash and default expiry date to the service when the default is not known', async () => {
    const form = await open(
      undefined,
      { inv_name: 'Ada', inv_type: single },
      {
        before: ({ path }: { path: string }) =>
          path.startsWith(settings) ? { status: 403, body: {} } : undefined,
      },
    );
    const code = form.value('inv_code');
    expect(await saved(form)).toMatchObject({ inv_code: code, inv_codehash: null, inv_expirydate: null });
  });

  it('says that lists come after the first save', async () => {
    const { remarks, type } = await open(undefined, { inv_type: single });
    expect(remarks()).toEqual(['Save the invitation first. Then you can add web roles to it.']);
    type('inv_type', group);
    expect(remarks()).toEqual(['Save the invitation first. Then you can add contacts and web roles to it.']);
  });

  it('gives the default expiry date for people to see', async () => {
    const { value } = await open(
      undefined,
      { inv_type: single },
      {
        before: ({ path }: { path: string }) =>
          path.startsWith(settings)
            ? {
                body: {
                  value: [
                    {
                      defaultvalue: '0',
                      environmentvariabledefinition_environmentvariablevalue: [{ value: '14' }],
                    },
                  ],
                },
              }
            : undefined,
      },
    );
    await settled(() => value('inv_expirydate') !== null);
    expect(value('inv_expirydate')).toEqual(day(14));
  });

  it('gives none where the environment says never', async () => {
    const { value, requests } = await open(undefined, { inv_type: single });
    await settled(() => requests.some(({ path }) => path.startsWith(settings)));
    await settled(() => false);
    expect(requests.some(({ path }) => path.startsWith(settings))).toBe(true);
    expect(value('inv_expirydate')).toBeNull();
  });

  it('leaves the code to the service where the user may not set one', async () => {
    const closed = {
      ...product,
      tables: product.tables.map((table) => {
        const code = table.columns['inv_code'];
        if (table.logicalName !== 'inv_invitation' || code === undefined) return table;
        const inv_code = { ...code, canCreate: false, canRead: false, canUpdate: false };
        return { ...table, columns: { ...table.columns, inv_code } };
      }),
    };
    const page = await setScene(closed);
    const { context } = await page.openForm('inv_invitation', undefined, { inv_type: single });
    expect(context.getAttribute('inv_code')?.getValue() ?? null).toBeNull();
    expect(context.getAttribute('inv_codehash')?.getValue() ?? null).toBeNull();
  });
});

describe('the code', () => {
  it.each(['short-12345', 'with white space', 'aaaaaaaaaaaa'])('%j is refused in words', async (code) => {
    const { type, complaints } = await open(undefined, { inv_type: single });
    type('inv_code', code);
    expect(complaints('inv_code')).toEqual([expect.stringMatching(/^A code needs at least 12 characters/)]);
  });

  it('gets a new hash when it is edited, the one of what the service reads', async () => {
    const { type, value, complaints } = await open(undefined, { inv_type: single });
    type('inv_code', '  Welcome-2026  ');
    await settled(() => value('inv_codehash') === hashCode('welcome-2026'));
    expect(value('inv_codehash')).toBe(hashCode('welcome-2026'));
    expect(complaints('inv_code')).toEqual([]);
  });

  it('takes its hash along when it is emptied', async () => {
    const { type, value } = await open(undefined, { inv_type: single });
    await settled(() => value('inv_codehash') !== null);
    type('inv_code', null);
    await settled(() => value('inv_codehash') === null);
    expect(value('inv_codehash')).toBeNull();
  });

  it('leaves no hash where the browser has no Web Cryptography', async () => {
    const subtle = Object.getOwnPropertyDescriptor(Crypto.prototype, 'subtle');
    Object.defineProperty(Crypto.prototype, 'subtle', { configurable: true, value: undefined });
    try {
      const { value } = await open(undefined, { inv_type: single });
      await settled(() => false);
      expect([value('inv_code'), value('inv_codehash')]).toEqual([expect.any(String), null]);
    } finally {
      if (subtle !== undefined) Object.defineProperty(Crypto.prototype, 'subtle', subtle);
    }
  });
});

describe('the layout', () => {
  const visible = ({ context, control }: Awaited<ReturnType<typeof open>>) => ({
    contact: control('inv_contactid')?.getVisible(),
    maximum: control('inv_maximumredemptions')?.getVisible(),
    redeemed: control('inv_redeemedcontactid')?.getVisible(),
    contactDetails: context.ui.tabs.get('general')?.sections.get('invitedcontact')?.getVisible(),
    invitedContacts: context.ui.tabs.get('general')?.sections.get('invitedcontacts')?.getVisible(),
    redeemedContacts: context.ui.tabs.get('redemptions')?.sections.get('redeemedcontacts')?.getVisible(),
  });
  const ofSingle = {
    contact: true,
    maximum: false,
    redeemed: true,
    contactDetails: true,
    invitedContacts: false,
    redeemedContacts: false,
  };
  const ofGroup = {
    contact: false,
    maximum: true,
    redeemed: false,
    contactDetails: false,
    invitedContacts: true,
    redeemedContacts: true,
  };

  it('follows the type', async () => {
    const form = await open(undefined, { inv_type: single });
    expect(visible(form)).toEqual(ofSingle);
    form.type('inv_type', group);
    expect(visible(form)).toEqual(ofGroup);
    form.type('inv_type', single);
    expect(visible(form)).toEqual(ofSingle);
  });

  it('locks what the service writes', async () => {
    const { control } = await open(undefined, { inv_type: single });
    const locked = ['statuscode', 'header_statuscode', 'inv_sendresult', 'inv_senddetail', 'inv_lastsenton'];
    const more = ['inv_sendgeneration', 'inv_redemptions', 'inv_redeemedcontactid'];
    for (const name of [...locked, ...more])
      expect([name, control(name)?.getDisabled()]).toEqual([name, true]);
    expect(control('inv_type')?.getDisabled()).toBe(false);
  });

  it.each([
    { statuscode: 724300002 },
    { inv_sendgeneration: 1 },
    { inv_redemptions: 1 },
    { statuscode: 724300001 },
  ])('locks the type with %j', async (row) => {
    const id = await create(product.sandbox, 'inv_invitations', { inv_name: 'x', inv_type: group, ...row });
    const { control } = await open(id);
    expect(control('inv_type')?.getDisabled()).toBe(true);
  });
});

describe('limits', () => {
  it.each([
    [-1, ['This day is over. Choose today or a later day, or leave the field empty.']],
    [0, []],
    [30, []],
  ])('an expiry date %i days from today', async (offset, expected) => {
    const { type, complaints } = await open(undefined, { inv_type: single });
    type('inv_expirydate', day(offset));
    expect(complaints('inv_expirydate')).toEqual(expected);
  });

  it('the maximum is not below what has been redeemed', async () => {
    const id = await create(product.sandbox, 'inv_invitations', {
      inv_name: 'x',
      inv_type: group,
      inv_redemptions: 3,
    });
    const { type, complaints } = await open(id);
    type('inv_maximumredemptions', 2);
    expect(complaints('inv_maximumredemptions')).toEqual([
      'The invitation has been redeemed 3 times already. The maximum cannot be less.',
    ]);
    type('inv_maximumredemptions', 3);
    expect(complaints('inv_maximumredemptions')).toEqual([]);
    type('inv_maximumredemptions', 0);
    expect(complaints('inv_maximumredemptions')).toEqual([
      'The maximum is at least 1. Leave the field empty for no limit.',
    ]);
  });
});

describe('the invited contact', () => {
  const contact = (row: object) => create(product.sandbox, 'contacts', { lastname: 'Ada', ...row });
  const lookup = (id: string) => [{ id, name: 'Ada', entityType: 'contact' }];

  it.each([
    [{}, ['Ada has no email address, so the invitation cannot be mailed.']],
    [
      { emailaddress1: 'a@example.com', donotemail: true },
      ['Ada does not allow emails, so the invitation cannot be mailed.'],
    ],
    [{ emailaddress1: 'a@example.com' }, []],
  ])('%j: %j', async (row, expected) => {
    const id = await contact(row);
    const { type, remarks, requests } = await open(undefined, { inv_type: single });
    type('inv_contactid', lookup(id));
    await settled(() => requests.some(({ path }) => path.startsWith(`contacts(${id})`)));
    await settled(() => remarks().length === 1 + expected.length);
    expect(remarks().filter((remark) => remark.startsWith('Ada'))).toEqual(expected);
  });

  it('is warned about as soon as the form opens, and no longer once another is chosen', async () => {
    const [silent, loud] = [await contact({}), await contact({ emailaddress1: 'a@example.com' })];
    const id = await create(product.sandbox, 'inv_invitations', {
      inv_name: 'Ada',
      inv_type: single,
      'inv_contactid@odata.bind': `/contacts(${silent})`,
    });
    const { type, remarks } = await open(id);
    await settled(() => remarks().length === 1);
    expect(remarks()).toEqual(['Ada has no email address, so the invitation cannot be mailed.']);
    type('inv_contactid', lookup(loud));
    await settled(() => remarks().length === 0);
    expect(remarks()).toEqual([]);
  });

  it('names an invitation that has no name yet, and no other', async () => {
    const id = await contact({ emailaddress1: 'a@example.com' });
    const { type, value } = await open(undefined, { inv_type: single });
    type('inv_contactid', lookup(id));
    expect(value('inv_name')).toBe('Ada');
    type('inv_name', 'For the summer party');
    type('inv_contactid', lookup(id));
    expect(value('inv_name')).toBe('For the summer party');
  });
});

describe('the workflow', () => {
  it('is looked for among on-demand background processes for contacts', async () => {
    const { model } = await open(undefined, { inv_type: single });
    const search = await model.controls.get('inv_workflowid')?.lookup?.search('');
    expect(search?.filters).toHaveLength(1);
    const filter = search?.filters[0]?.filterXml;
    expect(search?.filters[0]?.table).toBe('workflow');
    for (const [attribute, value] of [
      ['type', '1'],
      ['category', '0'],
      ['mode', '0'],
      ['ondemand', '1'],
      ['statecode', '1'],
      ['primaryentity', 'contact'],
    ])
      expect(filter).toContain(`attribute="${attribute}" operator="eq" value="${value}"`);
  });
});
