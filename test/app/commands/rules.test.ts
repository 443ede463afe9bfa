import { describe, expect, it } from '@jest/globals';
import type { RibbonRuleStep } from '../../../sandbox/app/definition/ribbon/ribbon.js';
import { anApp, ribbonWith } from './anApp.js';
import { carla, contoso, dana, formBar, listBar, subgridBar } from './bars.js';
import { appWith, isShown, step, type Plain, type Step } from './ruleSteps.js';

describe('ValueRule', () => {
  it.each([
    ['a text', 'fullname', 'Carla', true],
    ['another text', 'fullname', 'Dana', false],
    ['a status reason', 'statuscode', '1', true],
    ['yes as 1', 'donotemail', '1', true],
    ['yes as true', 'donotemail', 'true', true],
    ['no for yes', 'donotemail', '0', false],
    ['a lookup by id', 'parentcustomerid', contoso.accountid, true],
    ['a lookup by id in braces', 'parentcustomerid', `{${contoso.accountid.toUpperCase()}}`, true],
    ['null for a value', 'emailaddress1', 'null', false],
  ])('compares %s', async (_case, field, value, shown) => {
    expect(isShown(await formBar({ definition: appWith({ kind: 'ValueRule', field, value }) }))).toBe(shown);
  });

  it('takes null for an empty field', async () => {
    const definition = appWith({ kind: 'ValueRule', field: 'emailaddress1', value: 'null' });
    expect(isShown(await formBar({ definition, row: { ...carla, emailaddress1: null } }))).toBe(true);
  });

  it.each([true, false])('gives its Default (%s) for a column that is not on the form', async (standing) => {
    const definition = appWith({ kind: 'ValueRule', field: 'nickname', value: '1', default: standing });
    expect(isShown(await formBar({ definition }))).toBe(standing);
  });

  it('is turned by InvertResult', async () => {
    const definition = appWith({ kind: 'ValueRule', field: 'fullname', value: 'Carla', invert: true });
    expect(isShown(await formBar({ definition }))).toBe(false);
  });
});

describe('FormStateRule', () => {
  const definition = (state: 'Create' | 'Existing' | 'ReadOnly' | 'Disabled') =>
    appWith({ kind: 'FormStateRule', state });

  it('knows a new row, an existing, a read-only and an inactive one', async () => {
    expect(isShown(await formBar({ definition: definition('Create'), row: 'new' }))).toBe(true);
    expect(isShown(await formBar({ definition: definition('Existing'), row: 'new' }))).toBe(false);
    expect(isShown(await formBar({ definition: definition('Existing') }))).toBe(true);
    expect(isShown(await formBar({ definition: definition('ReadOnly'), rights: 'ReadAccess' }))).toBe(true);
    const inactive = { ...carla, statecode: 1, statuscode: 2 };
    expect(isShown(await formBar({ definition: definition('Disabled'), row: inactive }))).toBe(true);
  });

  it('is that of the form around a subgrid, and of no list', async () => {
    expect(isShown(await subgridBar({ definition: definition('Existing') }))).toBe(true);
    expect(isShown(await listBar({ definition: definition('Existing') }))).toBe(false);
  });
});

describe('SelectionCountRule', () => {
  const definition = (limits: { readonly minimum?: number; readonly maximum?: number }) =>
    appWith({ kind: 'SelectionCountRule', appliesTo: 'SelectedEntity', ...limits });

  it.each([
    [0, { minimum: 1 }, false],
    [1, { minimum: 1 }, true],
    [2, { minimum: 1, maximum: 1 }, false],
    [2, { minimum: 2, maximum: 2 }, true],
    [0, { maximum: 1 }, true],
  ])('of %i selected rows, %j: %s', async (count, limits, shown) => {
    const selected = [carla, dana].slice(0, count);
    expect(isShown(await listBar({ definition: definition(limits), selected }))).toBe(shown);
  });

  it('counts nothing selected on a form, and the form row as the primary one of a subgrid', async () => {
    expect(isShown(await formBar({ definition: definition({ minimum: 1 }) }))).toBe(false);
    const primary = appWith({ kind: 'SelectionCountRule', appliesTo: 'PrimaryEntity', minimum: 1 });
    expect(isShown(await formBar({ definition: primary }))).toBe(true);
    expect(isShown(await subgridBar({ definition: primary }))).toBe(true);
  });
});

describe('RecordPrivilegeRule', () => {
  const definition = (appliesTo: 'PrimaryEntity' | 'SelectedEntity') =>
    appWith({ kind: 'RecordPrivilegeRule', appliesTo, privilege: 'write' });

  it.each([
    ['ReadAccess, WriteAccess', true],
    ['ReadAccess', false],
    ['None', false],
  ])('says what the user may do to the row of the form: %s', async (rights, shown) => {
    expect(isShown(await formBar({ definition: definition('PrimaryEntity'), rights }))).toBe(shown);
  });

  it('asks the server about every selected row, once', async () => {
    const { bar, ids, grid, requests } = await listBar({
      definition: definition('SelectedEntity'),
      selected: [carla, dana],
      server: ({ path }) =>
        path.includes('RetrievePrincipalAccess') && path.includes(dana.contactid)
          ? { body: { AccessRights: 'ReadAccess' } }
          : undefined,
    });
    expect(ids()).not.toContain('test.Button');
    grid.select([carla.contactid]);
    await bar.refresh();
    expect(ids()).toContain('test.Button');
    const asked = requests.filter(({ path }) => path.includes('RetrievePrincipalAccess'));
    expect(asked.map(({ path }) => path.slice(-40))).toEqual([
      `s(${carla.contactid})"}`.slice(-40),
      `s(${dana.contactid})"}`.slice(-40),
    ]);
  });

  it('says no when nothing is selected, and when the server refuses to tell', async () => {
    expect(isShown(await listBar({ definition: definition('SelectedEntity') }))).toBe(false);
    const refused = await listBar({
      definition: definition('SelectedEntity'),
      selected: [carla],
      server: ({ path }) =>
        path.includes('RetrievePrincipalAccess') ? { status: 403, body: {} } : undefined,
    });
    expect(isShown(refused)).toBe(false);
  });

  it('does not ask when the table allows it to nobody', async () => {
    const rule = step({ kind: 'RecordPrivilegeRule', appliesTo: 'SelectedEntity', privilege: 'write' });
    const { ids, requests } = await listBar({
      definition: anApp({ ribbon: ribbonWith([rule]), privileges: { write: false } }),
      selected: [carla],
    });
    expect(ids()).not.toContain('test.Button');
    expect(requests.filter(({ path }) => path.includes('RetrievePrincipalAccess'))).toEqual([]);
  });
});

describe('EntityPrivilegeRule', () => {
  const shown = async (rule: Plain<Extract<RibbonRuleStep, { kind: 'EntityPrivilegeRule' }>>) =>
    isShown(
      await subgridBar({
        definition: anApp({ ribbon: ribbonWith([step(rule)]), privileges: { delete: false } }),
      }),
    );

  it('speaks of the named table, of the selected one unless told otherwise, or of the primary one', async () => {
    const kind = 'EntityPrivilegeRule';
    expect(await shown({ kind, table: 'contact', privilege: 'delete' })).toBe(false);
    expect(await shown({ kind, table: 'contact', privilege: 'write' })).toBe(true);
    expect(await shown({ kind, privilege: 'delete' })).toBe(false);
    expect(await shown({ kind, appliesTo: 'PrimaryEntity', privilege: 'delete' })).toBe(true);
    expect(await shown({ kind, table: 'nowhere', privilege: 'read' })).toBe(false);
  });
});

describe('EntityRule', () => {
  it('knows the table and the place', async () => {
    const kind = 'EntityRule';
    const cases = [
      { table: 'contact', context: 'SubGridStandard' },
      { table: 'account', appliesTo: 'PrimaryEntity' },
      { context: 'SubGridAssociated' },
      { context: 'HomePageGrid' },
      { table: 'account' },
    ] as const;
    const shown = await Promise.all(
      cases.map(async (rule) => isShown(await subgridBar({ definition: appWith({ kind, ...rule }) }))),
    );
    expect(shown).toEqual([true, true, false, false, false]);
    const onForm = appWith({ kind, table: 'contact', context: 'Form' });
    expect(isShown(await formBar({ definition: onForm }))).toBe(true);
    const onList = appWith({ kind, table: 'contact', context: 'HomePageGrid', appliesTo: 'PrimaryEntity' });
    expect(isShown(await listBar({ definition: onList }))).toBe(true);
  });
});

describe('CrmClientTypeRule and CommandClientTypeRule', () => {
  it.each<[Step, boolean]>([
    [{ kind: 'CrmClientTypeRule', client: 'Web' }, true],
    [{ kind: 'CrmClientTypeRule', client: 'Outlook' }, false],
    [{ kind: 'CommandClientTypeRule', client: 'Modern' }, true],
    [{ kind: 'CommandClientTypeRule', client: 'Refresh' }, true],
    [{ kind: 'CommandClientTypeRule', client: 'Legacy' }, false],
  ])('%j: %s', async (rule, shown) => {
    expect(isShown(await listBar({ definition: appWith(rule) }))).toBe(shown);
  });
});
