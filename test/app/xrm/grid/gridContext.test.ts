import { describe, expect, it } from '@jest/globals';
import { aManyToMany, aOneToMany, aTable, aView, guid } from '../../definition.js';
import { fakeXrm } from '../../../webresources/fakeXrm.js';

const tables = [
  aTable('account'),
  aTable('contact', {
    primaryName: 'fullname',
    views: [
      aView('contact', { columns: ['fullname'] }),
      aView('contact', { id: guid(0xfb), name: 'Others', isDefault: false, columns: ['fullname'] }),
    ],
  }),
];
const rows = [
  { contactid: guid(1), fullname: 'Ann' },
  { contactid: guid(0xb), fullname: 'Bob' },
];
const open = async (parts: object = {}) => {
  const fake = fakeXrm({ tables });
  const grid = await fake.grid({ table: 'contact', rows, selected: [guid(0xb)], ...parts });
  return { ...fake, ...grid };
};
const bob = { id: `{${guid(0xb).toUpperCase()}}`, name: 'Bob', entityType: 'contact' };

describe('a grid context', () => {
  it('gives its rows and the selected ones', async () => {
    const { context } = await open();
    const grid = context.getGrid();
    expect([
      grid.getRows().getLength(),
      grid.getSelectedRows().getLength(),
      grid.getTotalRecordCount(),
    ]).toEqual([2, 1, 2]);
    const entity = grid.getSelectedRows().get(0)?.data.entity as unknown as Xrm.Controls.Grid.GridEntity;
    expect([
      entity.getId(),
      entity.getEntityName(),
      entity.getPrimaryAttributeValue(),
      entity.getEntityReference(),
    ]).toEqual([bob.id, 'contact', 'Bob', bob]);
  });

  it('says what it is', async () => {
    const { context } = await open();
    expect([
      context.getName(),
      context.getControlType(),
      context.getContextType(),
      context.getEntityName(),
      context.getRelationship(),
      context.getUrl(),
    ]).toEqual([
      'entitylist',
      'subgrid',
      2,
      'contact',
      null,
      `https://sandbox.example/main.aspx?appid=${guid(0xa3)}&pagetype=entitylist&etn=contact&viewid=${guid(0xf0)}`,
    ]);
  });

  const parent = { id: guid(9), name: 'Fabrikam', table: 'account' };
  it.each([
    [
      aOneToMany('contact', 'parentcustomerid'),
      {
        name: 'contact_parentcustomerid',
        attributeName: 'parentcustomerid',
        navigationPropertyName: 'contact_parentcustomerid',
        relationshipType: 0,
        roleType: 1,
      },
    ],
    [
      aManyToMany('account', 'contact', 'account_contacts'),
      {
        name: 'account_contacts',
        attributeName: '',
        navigationPropertyName: 'account_contacts',
        relationshipType: 1,
        roleType: 2,
      },
    ],
  ])('says how its rows are related to the form: $kind', async (relationship, told) => {
    const { context } = await open({
      place: 'SubGrid',
      name: 'people',
      parent: { row: parent, relationship },
    });
    expect([context.getName(), context.getContextType(), context.getRelationship()]).toEqual([
      'people',
      4,
      told,
    ]);
  });

  it('gives the query with search and order', async () => {
    const { context, model } = await open();
    model.search('Fab');
    expect(context.getFetchXml()).toContain('<condition attribute="fullname" operator="like" value="Fab%"/>');
  });

  it('shows another view', async () => {
    const { context, model } = await open();
    const selector = context.getViewSelector();
    expect(selector.isVisible()).toBe(true);
    selector.setCurrentView({
      id: `{${guid(0xfb).toUpperCase()}}`,
      name: 'Others',
      entityType: 'savedquery',
    });
    expect([model.view.value.name, selector.getCurrentView().name]).toEqual(['Others', 'Others']);
  });

  it('refreshes its rows and tells its handlers', async () => {
    const { context, model } = await open();
    const sources: unknown[] = [];
    const handler = (event: Xrm.Events.EventContext) => sources.push(event.getEventSource());
    context.addOnLoad(handler);
    context.addOnLoad(handler);
    expect(sources).toEqual([]);
    context.refresh();
    await model.settled();
    expect(sources).toEqual([context]);
    context.removeOnLoad(handler as unknown as () => void);
    context.refresh();
    await model.settled();
    expect(sources).toHaveLength(1);
  });

  it('tells its handlers of readings alone, whatever they read of the page', async () => {
    const { context, model } = await open();
    let calls = 0;
    context.addOnLoad(() => {
      calls += 1;
      context.getGrid().getSelectedRows().getLength();
      model.isLoading.value.toString();
    });
    context.refresh();
    await model.settled();
    model.select([guid(1)]);
    model.select([]);
    expect(calls).toBe(1);
  });

  it('shows what a handler throws or rejects with, and tells the others', async () => {
    const { context, model, dialogs } = await open();
    const told: string[] = [];
    context.addOnLoad(() => {
      throw new Error('broken');
    });
    context.addOnLoad((() => Promise.reject(new Error('late'))) as unknown as () => void);
    context.addOnLoad(() => void told.push('told'));
    context.refresh();
    await model.settled();
    await new Promise(setImmediate);
    expect(told).toEqual(['told']);
    expect(dialogs.map(({ options }) => (options as { message: string }).message)).toEqual([
      expect.stringContaining('broken'),
      expect.stringContaining('late'),
    ]);
  });

  it('asks the command bar to look again', async () => {
    const { context, model } = await open();
    context.refreshRibbon();
    expect(model.ribbonRefreshes.value).toBe(1);
  });

  it('refuses what is not emulated', async () => {
    const { context } = await open();
    expect(() => context.openRelatedGrid()).toThrow('not emulated: gridContext.openRelatedGrid');
  });

  it('dies with its visit', async () => {
    const { context, host, model } = await open();
    const grid = context.getGrid();
    const entity = grid.getRows().get(0)?.data.entity as unknown as Xrm.Controls.Grid.GridEntity;
    const before = model.rows.value;
    await host.navigation.open({ pageType: 'entitylist', table: 'account' });
    expect([context.getGrid(), context.getEntityName(), grid.getSelectedRows(), entity.getId()]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    context.refresh();
    await model.settled();
    expect(model.rows.value).toBe(before);
  });
});
