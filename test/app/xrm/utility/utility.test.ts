import { describe, expect, it } from '@jest/globals';
import { aColumn, aForm, aTable, guid } from '../../definition.js';
import { fakeXrm } from '../../../webresources/fakeXrm.js';

const braced = (number: number) => `{${guid(number).toUpperCase()}}`;

describe('getGlobalContext', () => {
  const { xrm } = fakeXrm({ language: 1031 });
  const context = xrm.Utility.getGlobalContext();
  const { userSettings, organizationSettings, client } = context;

  it.each([
    [
      'the user',
      [userSettings.userId, userSettings.userName, userSettings.languageId],
      [braced(0xa1), 'Sam Sample', 1031],
    ],
    ['the direction of writing', userSettings.isRTL, false],
    ['the organization', [organizationSettings.uniqueName, organizationSettings.languageId], ['org', 1033]],
    [
      'the client',
      [client.getClient(), client.getClientState(), client.isOffline()],
      ['Web', 'Online', false],
    ],
    ['the version', context.getVersion(), '9.2.25000.0'],
    ['the address', context.getClientUrl(), 'https://sandbox.example'],
    ['the app', context.getCurrentAppUrl(), `https://sandbox.example/main.aspx?appid=${guid(0xa3)}`],
    ['a path without the organization', context.prependOrgName('/a'), '/a'],
    [
      'a web resource',
      context.getWebResourceUrl('new_/a.svg'),
      'https://sandbox.example/WebResources/new_/a.svg',
    ],
  ])('knows %s', (_, value, expected) => {
    expect(value).toEqual(expected);
  });

  it('lists the roles', () => {
    expect(userSettings.roles.get()).toEqual([
      { id: braced(0xa2), name: 'System Administrator', entityType: 'role' },
    ]);
  });

  it('knows the app by promise', async () => {
    expect([await context.getCurrentAppName(), await context.getCurrentAppProperties()]).toMatchObject([
      'Sample App',
      { appId: guid(0xa3), displayName: 'Sample App', uniqueName: 'sample_App' },
    ]);
  });

  it.each([
    [1033, 'M/d/yyyy', 'h:mm tt', 0, 'Sunday', '/'],
    [1031, 'dd.MM.yyyy', 'HH:mm', 1, 'Sonntag', '.'],
    [1036, 'dd/MM/yyyy', 'HH:mm', 1, 'dimanche', '/'],
    [3082, 'dd/MM/yyyy', 'H:mm', 1, 'domingo', '/'],
  ])('formats dates in the language %i', (language, date, time, firstDay, sunday, separator) => {
    const { dateFormattingInfo } = fakeXrm({ language }).xrm.Utility.getGlobalContext().userSettings;
    expect(dateFormattingInfo).toMatchObject({
      ShortDatePattern: date,
      ShortTimePattern: time,
      FirstDayOfWeek: firstDay,
      DateSeparator: separator,
      DayNames: expect.arrayContaining([sunday]) as unknown,
    });
  });

  it('names the successors of what is deprecated', () => {
    expect(() => context.getUserId()).toThrow('use userSettings.userId');
  });
});

describe('getEntityMetadata', () => {
  const { xrm } = fakeXrm();

  it('knows the table, and no column that was not asked for', async () => {
    const metadata = await xrm.Utility.getEntityMetadata('contact');
    expect(metadata).toMatchObject({
      EntitySetName: 'contacts',
      PrimaryIdAttribute: 'contactid',
      PrimaryNameAttribute: 'fullname',
      DisplayName: 'Contact',
      DisplayCollectionName: 'Contacts',
      ObjectTypeCode: 2,
    });
    expect(metadata.Attributes.getLength()).toBe(0);
  });

  it('knows the columns that were asked for', async () => {
    const { Attributes } = await xrm.Utility.getEntityMetadata('contact', ['statuscode', 'fullname']);
    expect(Attributes.get().map(({ AttributeType }) => AttributeType)).toEqual([13, 14]);
    expect(Attributes.get('statuscode')).toMatchObject({
      EntityLogicalName: 'contact',
      OptionSet: [
        { Value: 1, Label: 'Active', State: 0 },
        { Value: 2, Label: 'Inactive', State: 1 },
      ],
    });
  });

  it.each([
    ['nothing', []],
    ['contact', ['nothing']],
  ])('refuses the table %s with the columns %j', async (table, columns) => {
    await expect(xrm.Utility.getEntityMetadata(table, columns)).rejects.toMatchObject({
      message: expect.stringContaining('nothing') as unknown,
    });
  });
});

describe('lookupObjects', () => {
  const options = {
    entityTypes: ['account', 'contact'],
    defaultEntityType: 'contact',
    allowMultiSelect: true,
    defaultViewId: braced(5),
    searchText: 'A',
    filters: [{ entityLogicalName: 'contact', filterXml: '<filter/>' }],
    disableMru: true,
  };

  it('gives the rows that were picked', async () => {
    const { xrm, dialogs } = fakeXrm({ pick: [{ id: guid(1), name: 'Ann', table: 'contact' }] });
    expect(await xrm.Utility.lookupObjects(options)).toEqual([
      { id: braced(1), name: 'Ann', entityType: 'contact' },
    ]);
    expect(dialogs).toEqual([
      {
        kind: 'lookup',
        options: {
          tables: ['contact', 'account'],
          multiple: true,
          viewId: guid(5),
          searchText: 'A',
          filters: [{ table: 'contact', filterXml: '<filter/>' }],
        },
      },
    ]);
  });

  it('gives none when it was closed', async () => {
    expect(await fakeXrm().xrm.Utility.lookupObjects({ entityTypes: ['contact'] })).toEqual([]);
  });

  it.each([
    ['no table', { entityTypes: [] }, 'entityTypes'],
    ['an unknown table', { entityTypes: ['nothing'] }, 'nothing'],
    ['what is not emulated', { entityTypes: ['contact'], viewIds: [guid(1)] }, 'option viewIds'],
  ])('rejects %s', async (_, given, words) => {
    await expect(fakeXrm().xrm.Utility.lookupObjects(given)).rejects.toMatchObject({
      message: expect.stringContaining(words) as unknown,
    });
  });
});

describe('the page', () => {
  it('is told as a list with its view', async () => {
    const { xrm, grid } = fakeXrm();
    await xrm.Navigation.navigateTo({ pageType: 'entitylist', entityName: 'contact' });
    await grid({ table: 'contact' });
    expect(xrm.Utility.getPageContext().input).toEqual({
      pageType: 'entitylist',
      entityName: 'contact',
      viewId: guid(0xf0),
      viewType: 'savedquery',
    });
  });

  it('is told as a row, with the id it got when it was saved', async () => {
    const table = aTable('voucher', { forms: [aForm('voucher', { id: guid(0xe0) })] });
    const { xrm, form } = fakeXrm({ tables: [table] });
    await xrm.Navigation.openForm({ entityName: 'voucher' });
    await form({ table: 'voucher', id: guid(1), row: { name: 'V' } });
    expect(xrm.Utility.getPageContext().input).toEqual({
      pageType: 'entityrecord',
      entityName: 'voucher',
      entityId: braced(1),
      formId: guid(0xe0),
    });
  });

  it('is read again where it lists rows of a table', async () => {
    const { xrm, grid } = fakeXrm();
    const { model } = await grid({ table: 'contact' });
    const before = model.rows.value;
    xrm.Utility.refreshParentGrid({ entityType: 'account', id: guid(1), name: '' });
    await model.settled();
    expect(model.rows.value).toBe(before);
    xrm.Utility.refreshParentGrid({ entityType: 'contact', id: guid(1), name: '' });
    await model.settled();
    expect(model.rows.value).not.toBe(before);
  });
});

describe('Xrm.Utility', () => {
  it('shows progress, a second message in place of the first', () => {
    const { xrm, progress } = fakeXrm();
    xrm.Utility.showProgressIndicator('One');
    xrm.Utility.showProgressIndicator('Two');
    xrm.Utility.closeProgressIndicator();
    expect(progress).toEqual(['One', 'Two', undefined]);
  });

  it('gives texts of string tables that are loaded', async () => {
    const stringTables = {
      'new_/strings/Names.1033.resx': '<root><data name="hello"><value>Hello</value></data></root>',
    };
    const { xrm, ready } = fakeXrm({ stringTables });
    await ready;
    const read = (key: string) => xrm.Utility.getResourceString('new_/strings/Names', key);
    expect([read('hello'), read('nothing')]).toEqual(['Hello', null]);
  });

  it('gives the status reasons of a state', async () => {
    const status = aColumn('statuscode', {
      type: 'status',
      options: [
        { value: 1, label: 'New', state: 0 },
        { value: 3, label: 'Sent', state: 0 },
        { value: 2, label: 'Done', state: 1 },
      ],
    });
    const { xrm } = fakeXrm({ tables: [aTable('voucher', { columns: [status] })] });
    expect(await xrm.Utility.getAllowedStatusTransitions('voucher', 0)).toEqual([1, 3]);
  });
});
