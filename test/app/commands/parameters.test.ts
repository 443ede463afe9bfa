import { describe, expect, it, jest } from '@jest/globals';
import type { RibbonParameter } from '../../../sandbox/app/definition/ribbon/ribbon.js';
import { guid } from '../definition.js';
import { aCommand, aControl, aFunction, anApp, aRibbon } from './anApp.js';
import { carla, contoso, dana, formBar, listBar, subgridBar, type OpenBar } from './bars.js';
import { errors } from './dialogs.js';

/** What a button's function gets for each of these CrmParameters. */
function app(parameters: readonly RibbonParameter[]) {
  const command = aCommand('test.Button.Command', { actions: [aFunction('run', parameters)] });
  return anApp({
    ribbon: aRibbon({ controls: [aControl('test.Button')], commands: { [command.id]: command } }),
  });
}

const crm = (...values: readonly string[]): readonly RibbonParameter[] =>
  values.map((value) => ({ kind: 'crm', value }));

/** Opens a bar, clicks the button and tells what its function was called with. */
async function given(
  open: (setting: {
    definition: ReturnType<typeof app>;
    scripts: Record<string, unknown>;
  }) => Promise<OpenBar>,
  ...values: readonly string[]
): Promise<readonly unknown[]> {
  const run = jest.fn();
  const { item } = await open({ definition: app(crm(...values)), scripts: { run } });
  await item('test.Button').run?.();
  expect(run).toHaveBeenCalledTimes(1);
  return run.mock.calls[0] ?? [];
}

const reference = (row: typeof carla) => ({
  Id: row.contactid,
  Name: row.fullname,
  TypeName: 'contact',
  TypeCode: 2,
});

const subgrid = (setting: Parameters<typeof subgridBar>[0]) => subgridBar({ ...setting, selected: [dana] });
const list = (setting: Parameters<typeof listBar>[0]) => listBar({ ...setting, selected: [dana] });

describe('CrmParameters', () => {
  it.each<[string, unknown, unknown, unknown]>([
    ['PrimaryEntityTypeCode', 2, 2, 1],
    ['PrimaryEntityTypeName', 'contact', 'contact', 'account'],
    ['PrimaryItemIds', [carla.contactid], [carla.contactid, dana.contactid], [contoso.accountid]],
    ['FirstPrimaryItemId', carla.contactid, carla.contactid, contoso.accountid],
    ['PrimaryControlId', guid(0xe0), 'entitylist', guid(0xe0)],
    ['SelectedEntityTypeCode', null, 2, 2],
    ['SelectedEntityTypeName', null, 'contact', 'contact'],
    ['FirstSelectedItemId', null, dana.contactid, dana.contactid],
    ['SelectedControlSelectedItemCount', 0, 1, 1],
    ['SelectedControlSelectedItemIds', [], [dana.contactid], [dana.contactid]],
    ['SelectedControlSelectedItemReferences', [], [reference(dana)], [reference(dana)]],
    ['SelectedControlAllItemCount', 0, 2, 2],
    ['SelectedControlAllItemIds', [], [carla.contactid, dana.contactid], [carla.contactid, dana.contactid]],
    ['SelectedControlAllItemReferences', [], [carla, dana].map(reference), [carla, dana].map(reference)],
    ['SelectedControlUnselectedItemCount', 0, 1, 1],
    ['SelectedControlUnselectedItemIds', [], [carla.contactid], [carla.contactid]],
    ['SelectedControlUnselectedItemReferences', [], [reference(carla)], [reference(carla)]],
    ['OrgName', 'org', 'org', 'org'],
    ['OrgLcid', 1033, 1033, 1033],
    ['UserLcid', 1033, 1033, 1033],
  ])('%s on a form, a list and a subgrid', async (name, onForm, onList, onSubgrid) => {
    expect(await given(formBar, name)).toEqual([onForm]);
    expect(await given(list, name)).toEqual([onList]);
    expect(await given(subgrid, name)).toEqual([onSubgrid]);
  });

  it('CommandProperties name the button', async () => {
    expect(await given(formBar, 'CommandProperties')).toEqual([
      { SourceControlId: 'test.Button', CommandValueId: '', MenuItemId: '' },
    ]);
  });

  it('PrimaryControl is the form context, on a subgrid that of the form around it', async () => {
    const [onForm] = (await given(formBar, 'PrimaryControl')) as [Xrm.FormContext];
    expect(onForm.data.entity.getId()).toBe(`{${carla.contactid.toUpperCase()}}`);
    const [onSubgrid] = (await given(subgrid, 'PrimaryControl')) as [Xrm.FormContext];
    expect(onSubgrid.data.entity.getEntityName()).toBe('account');
  });

  it('SelectedControl is the grid context; on a form there is none', async () => {
    const [onList, primary] = (await given(list, 'SelectedControl', 'PrimaryControl')) as [
      Xrm.Controls.GridControl,
      unknown,
    ];
    expect(onList.getGrid().getSelectedRows().getLength()).toBe(1);
    expect(primary).toBe(onList);
    const [onSubgrid] = (await given(subgrid, 'SelectedControl')) as [Xrm.Controls.GridControl];
    expect(onSubgrid.getEntityName()).toBe('contact');
    expect(await given(formBar, 'SelectedControl')).toEqual([null]);
  });

  it('of a row that is not saved are empty', async () => {
    const unsaved = (setting: Parameters<typeof formBar>[0]) => formBar({ ...setting, row: 'new' });
    expect(await given(unsaved, 'PrimaryItemIds', 'FirstPrimaryItemId')).toEqual([[], null]);
  });

  it('come in their order, literals among them', async () => {
    const run = jest.fn();
    const definition = app([
      { kind: 'literal', value: 'one' },
      ...crm('OrgName'),
      { kind: 'literal', value: 2 },
      { kind: 'literal', value: false },
    ]);
    const { item } = await formBar({ definition, scripts: { run } });
    await item('test.Button').run?.();
    expect(run.mock.calls).toEqual([['one', 'org', 2, false]]);
  });

  it('that Dataverse has not are an error, and nothing runs', async () => {
    const run = jest.fn();
    const { host, item } = await formBar({ definition: app(crm('CurrentUser')), scripts: { run } });
    await item('test.Button').run?.();
    expect(run).not.toHaveBeenCalled();
    expect(errors(host)).toEqual([
      '“test.Button” could not be completed. There is no CrmParameter CurrentUser.',
    ]);
  });
});
