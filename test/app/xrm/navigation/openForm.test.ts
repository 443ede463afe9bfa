import { describe, expect, it } from '@jest/globals';
import { aColumn, aFieldCell, aForm, aLookup, aTable, guid } from '../../definition.js';
import { anError, type Server } from '../../platform.js';
import { fakeXrm, type FakeOptions } from '../../../webresources/fakeXrm.js';

const names = ['name', 'points', 'contactid'];
const tables = [
  aTable('contact', { primaryName: 'fullname' }),
  aTable('voucher', {
    columns: [aColumn('points', { type: 'int' }), aLookup('contactid', ['contact'])],
    forms: [aForm('voucher', { id: guid(0x11), cells: names.map((name) => aFieldCell(name)) })],
  }),
];
const ann = { id: guid(1), name: 'Ann', table: 'contact' };
const source = { entityType: 'contact', id: `{${guid(1).toUpperCase()}}`, name: 'Ann' };
const saved = { id: guid(0xabc), name: 'V-1', table: 'voucher' };
const savedReference = {
  savedEntityReference: [{ id: `{${guid(0xabc).toUpperCase()}}`, name: 'V-1', entityType: 'voucher' }],
};

const dashboards = [0xda, 0xdb].map((id) => ({ id: guid(id), name: 'D', isDefault: false, tabs: [] }));
const fake = (options: Partial<FakeOptions> = {}) => fakeXrm({ tables, dashboards, ...options });
/** What InitializeFrom answers: a value, and the lookup back to the source. */
const initializeFrom: Server = ({ path }) =>
  path.startsWith('InitializeFrom(')
    ? { body: { points: 5, name: 'From Ann', 'contactid@odata.bind': `contacts(${guid(1)})` } }
    : undefined;

describe('openForm', () => {
  it('shows the row, whatever spelling its id has', async () => {
    const { xrm, opened } = fake();
    const id = `{${guid(0xab).toUpperCase()}}`;
    expect(
      await xrm.Navigation.openForm({ entityName: 'voucher', entityId: id, formId: guid(0x11) }),
    ).toBeUndefined();
    expect(opened).toEqual([
      { pageType: 'entityrecord', table: 'voucher', id: guid(0xab), formId: guid(0x11) },
    ]);
  });

  it('shows a new row with checked values', async () => {
    const { xrm, opened } = fake();
    await xrm.Navigation.openForm(
      { entityName: 'voucher' },
      { name: 'V', points: '7', contactid: guid(1), contactidname: 'Ann' },
    );
    expect(opened).toMatchObject([{ table: 'voucher', values: { name: 'V', points: 7, contactid: [ann] } }]);
  });

  it('tells the user about an unknown parameter, and rejects', async () => {
    const { xrm, opened, dialogs } = fake();
    await expect(xrm.Navigation.openForm({ entityName: 'voucher' }, { colour: 'red' })).rejects.toMatchObject(
      {
        message: expect.stringContaining('colour') as unknown,
      },
    );
    expect(dialogs).toMatchObject([
      { kind: 'error', options: { message: expect.stringContaining('colour') as unknown } },
    ]);
    expect(opened).toEqual([]);
  });

  it('takes over what the relationship maps, unless a parameter says otherwise', async () => {
    const { xrm, opened, requests } = fake({ answer: initializeFrom });
    await xrm.Navigation.openForm({ entityName: 'voucher', createFromEntity: source }, { name: 'Mine' });
    expect(opened).toMatchObject([{ values: { points: 5, name: 'Mine', contactid: [ann] } }]);
    expect(requests.map(({ path }) => path)).toEqual([
      'InitializeFrom(EntityMoniker=@source,TargetEntityName=@target,TargetFieldType=@kind)' +
        `?@source={"@odata.id":"contacts(${guid(1)})"}&@target='voucher'&@kind=Microsoft.Dynamics.CRM.TargetFieldType'ValidForCreate'`,
    ]);
  });

  it('asks for the name of the row to create from when the script does not say it', async () => {
    const { xrm, opened } = fake({
      answer: (request) =>
        request.path === `contacts(${guid(1)})?$select=fullname`
          ? { body: { fullname: 'Ann' } }
          : initializeFrom(request),
    });
    await xrm.Navigation.openForm({
      entityName: 'voucher',
      createFromEntity: { entityType: 'contact', id: guid(1) },
    });
    expect(opened).toMatchObject([{ values: { contactid: [ann] } }]);
  });

  it.each([
    ['the saved row', saved, savedReference],
    ['nothing when it was closed', undefined, undefined],
  ])('gives %s of a quick-create form', async (_, row, result) => {
    const { xrm, opened, dialogs } = fake(row === undefined ? {} : { saved: row });
    const options = { entityName: 'voucher', useQuickCreateForm: true };
    expect(await xrm.Navigation.openForm(options, { name: 'V' })).toEqual(result);
    expect(dialogs).toMatchObject([
      { kind: 'quickCreate', options: { table: { logicalName: 'voucher' }, values: { name: 'V' } } },
    ]);
    expect(opened).toEqual([]);
  });

  it('opens a window of its own', async () => {
    const { xrm, opened, windows } = fake();
    await xrm.Navigation.openForm({ entityName: 'voucher', entityId: guid(1), openInNewWindow: true });
    expect([opened, windows]).toEqual([
      [],
      [
        expect.stringContaining(
          `/main.aspx?appid=${guid(0xa3)}&pagetype=entityrecord&etn=voucher&id=${guid(1)}`,
        ),
      ],
    ]);
  });

  it.each([
    ['an unknown table', { entityName: 'nothing' }, 'nothing'],
    ['an option that is not emulated', { entityName: 'voucher', processId: guid(1) }, 'option processId'],
  ])('rejects %s', async (_, options, words) => {
    await expect(fake().xrm.Navigation.openForm(options)).rejects.toMatchObject({
      message: expect.stringContaining(words) as unknown,
    });
  });

  it('rejects when the row to create from cannot be read', async () => {
    const { xrm } = fake({ answer: () => anError(403, '0x80040220', 'No right.') });
    await expect(
      xrm.Navigation.openForm({ entityName: 'voucher', createFromEntity: source }),
    ).rejects.toMatchObject({ errorCode: 0x80040220, message: 'No right.' });
  });
});

describe('navigateTo', () => {
  const page = { pageType: 'entityrecord', entityName: 'voucher' } as const;

  it.each([
    [
      { pageType: 'entitylist', entityName: 'contact' },
      { pageType: 'entitylist', table: 'contact' },
    ],
    [
      {
        pageType: 'entitylist',
        entityName: 'contact',
        viewId: `{${guid(0xfa).toUpperCase()}}`,
        viewType: 'savedquery',
      },
      { pageType: 'entitylist', table: 'contact', viewId: guid(0xfa) },
    ],
    [{ pageType: 'dashboard' }, { pageType: 'dashboard', id: guid(0xda) }],
    [
      { pageType: 'dashboard', dashboardId: `{${guid(0xdb).toUpperCase()}}` },
      { pageType: 'dashboard', id: guid(0xdb) },
    ],
    [
      { ...page, data: { name: 'V' } },
      { pageType: 'entityrecord', table: 'voucher', values: { name: 'V' } },
    ],
  ] as const)('shows %j in the page', async (input, shown) => {
    const { xrm, opened } = fake();
    expect(await xrm.Navigation.navigateTo(input)).toBeUndefined();
    expect(opened).toEqual([shown]);
  });

  it('shows a row in a dialog of the size and place that are asked for', async () => {
    const { xrm, opened, dialogs } = fake({ saved });
    const result: unknown = await xrm.Navigation.navigateTo(page, {
      target: 2,
      width: { value: 60, unit: '%' },
      height: 400,
      position: 2,
      title: 'New voucher',
    });
    expect(result).toEqual(savedReference);
    expect(dialogs).toEqual([
      {
        kind: 'form',
        options: {
          page: { pageType: 'entityrecord', table: 'voucher' },
          width: '60%',
          height: 400,
          position: 'side',
          title: 'New voucher',
        },
      },
    ]);
    expect(opened).toEqual([]);
  });

  it('gives a reference only when a row was created', async () => {
    const { xrm } = fake({ saved });
    expect(await xrm.Navigation.navigateTo({ ...page, entityId: guid(1) }, { target: 2 })).toBeUndefined();
  });

  it.each([
    ['a dashboard in a dialog', { pageType: 'dashboard' }, 'inline'],
    ['a dashboard that is not there', { pageType: 'dashboard', dashboardId: guid(1) }, 'no dashboard'],
    ['a list in a dialog', { pageType: 'entitylist', entityName: 'contact' }, 'inline'],
    [
      'a personal view',
      { pageType: 'entitylist', entityName: 'contact', viewType: 'userquery' },
      'personal view',
    ],
    ['a web resource', { pageType: 'webresource', webresourceName: 'a' }, 'pageType webresource'],
    ['a tab', { ...page, tabName: 'general' }, 'option tabName'],
  ] as const)('rejects %s', async (name, input, words) => {
    const target = name.includes('dialog') ? 2 : 1;
    await expect(fake().xrm.Navigation.navigateTo(input, { target })).rejects.toMatchObject({
      message: expect.stringContaining(words) as unknown,
    });
  });
});
