import { createCommandBar } from '../../../sandbox/app/client/commands/createCommandBar.js';
import type { CommandBarModel, CommandItem } from '../../../sandbox/app/client/commands/commandBarModel.js';
import type { CommandSource } from '../../../sandbox/app/client/commands/commandSource.js';
import { createFormModel } from '../../../sandbox/app/client/form/model/createFormModel.js';
import { createExecutionContext } from '../../../sandbox/app/client/xrm/form/createExecutionContext.js';
import type { FormModel } from '../../../sandbox/app/client/form/model/formModel.js';
import { createGridModel } from '../../../sandbox/app/client/grid/model/createGridModel.js';
import type { GridModel } from '../../../sandbox/app/client/grid/model/gridModel.js';
import { createHost } from '../../../sandbox/app/client/host/createHost.js';
import type { Host } from '../../../sandbox/app/client/host/host.js';
import type { AppDefinition } from '../../../sandbox/app/definition/definition.js';
import type { Relationship, TableDefinition } from '../../../sandbox/app/definition/table/tableDefinition.js';
import { guid } from '../definition.js';
import { aPlatform, type ServerAnswer, type ServerRequest } from '../platform.js';
import { anApp, library } from './anApp.js';

/** The rows that the server has. */
export const carla = {
  contactid: guid(1),
  fullname: 'Carla',
  emailaddress1: 'carla@contoso.example',
  donotemail: true,
  _parentcustomerid_value: guid(0x11),
  '_parentcustomerid_value@Microsoft.Dynamics.CRM.lookuplogicalname': 'account',
  '_parentcustomerid_value@OData.Community.Display.V1.FormattedValue': 'Contoso',
  statecode: 0,
  statuscode: 1,
};
export const dana = { ...carla, contactid: guid(2), fullname: 'Dana' };
export const contoso = { accountid: guid(0x11), name: 'Contoso', statecode: 0, statuscode: 1 };

export interface BarSetting {
  readonly definition?: AppDefinition;
  /** What scripts have put on the page. */
  readonly scripts?: Readonly<Record<string, unknown>>;
  /** What the server says before it looks at its rows. */
  readonly server?: (request: ServerRequest) => ServerAnswer | undefined | Promise<ServerAnswer | undefined>;
  /** Rights to every row; all unless given. */
  readonly rights?: string;
}

export interface OpenBar {
  readonly host: Host;
  readonly bar: CommandBarModel;
  /** Requests that changed something, in their order. */
  readonly changes: () => readonly Pick<ServerRequest, 'method' | 'path' | 'body'>[];
  readonly requests: readonly ServerRequest[];
  /** Ids of the buttons that are shown. */
  readonly ids: () => readonly string[];
  /** @throws Error when the button is not shown */
  readonly item: (id: string) => CommandItem;
}

const allRights =
  'ReadAccess, WriteAccess, AppendAccess, AppendToAccess, CreateAccess, DeleteAccess, AssignAccess';

/** The bar of a contact's form; `new` of one that is not saved. */
export async function formBar(
  setting: BarSetting & { readonly row?: 'new' | Readonly<Record<string, unknown>> } = {},
): Promise<OpenBar & { readonly form: FormModel }> {
  const { row = carla } = setting;
  const open = openHost({ ...setting, rows: { contacts: row === 'new' ? [] : [row] } });
  const form = openForm(open.host, 'contact', row === 'new' ? undefined : carla.contactid);
  await form.ready;
  return { ...(await openBar(open, { place: 'Form', form })), form };
}

/** The bar of the list of contacts, with the named rows selected. */
export async function listBar(
  setting: BarSetting & { readonly selected?: readonly { readonly contactid: string }[] } = {},
): Promise<OpenBar & { readonly grid: GridModel }> {
  const open = openHost({ ...setting, rows: { contacts: [carla, dana] } });
  const grid = createGridModel(open.host, {
    table: tableOf(open.host, 'contact'),
    place: 'HomepageGrid',
    name: 'entitylist',
    visit: open.host.navigation.visit(),
  });
  await grid.settled();
  grid.select((setting.selected ?? []).map(({ contactid }) => contactid));
  return { ...(await openBar(open, { place: 'HomepageGrid', grid })), grid };
}

/** The bar of the contacts on an account's form. */
export async function subgridBar(
  setting: BarSetting & {
    readonly selected?: readonly { readonly contactid: string }[];
    /** Absent: the subgrid shows all contacts. */
    readonly relationship?: Relationship;
    readonly account?: Readonly<Record<string, unknown>>;
  } = {},
): Promise<OpenBar & { readonly grid: GridModel; readonly form: FormModel }> {
  const { relationship, account = contoso } = setting;
  const open = openHost({ ...setting, rows: { contacts: [carla, dana], accounts: [account] } });
  const form = openForm(open.host, 'account', contoso.accountid);
  await form.ready;
  const row = { id: contoso.accountid, name: 'Contoso', table: 'account' };
  const grid = createGridModel(open.host, {
    table: tableOf(open.host, 'contact'),
    place: 'SubGrid',
    name: 'Contacts',
    visit: open.host.navigation.visit(),
    ...(relationship === undefined ? {} : { parent: { row, relationship } }),
  });
  await grid.settled();
  grid.select((setting.selected ?? []).map(({ contactid }) => contactid));
  return { ...(await openBar(open, { place: 'SubGrid', grid, parentForm: form })), grid, form };
}

function openForm(host: Host, table: string, id: string | undefined): FormModel {
  const definition = tableOf(host, table);
  const [form] = definition.forms;
  if (form === undefined) throw new Error(`The test's table ${table} has no form.`);
  const visit = host.navigation.visit();
  return createFormModel(
    host,
    { table: definition, form, visit, ...(id === undefined ? {} : { id }) },
    createExecutionContext,
  );
}

function tableOf(host: Host, table: string): TableDefinition {
  const definition = host.definition.tables[table];
  if (definition === undefined) throw new Error(`The test's app has no table ${table}.`);
  return definition;
}

interface OpenHost {
  readonly host: Host;
  readonly requests: readonly ServerRequest[];
}

function openHost({
  definition = anApp(),
  scripts = {},
  server,
  rights = allRights,
  rows,
}: BarSetting & { readonly rows: Readonly<Record<string, readonly object[]>> }): OpenHost {
  const requests: ServerRequest[] = [];
  const platform = aPlatform({
    server: async (request) => {
      requests.push(request);
      return (await server?.(request)) ?? answerRows(request, rows, rights);
    },
    global: { [library.global]: scripts },
  });
  return { host: createHost(definition, platform), requests };
}

function answerRows(
  { method, path }: ServerRequest,
  rows: Readonly<Record<string, readonly object[]>>,
  rights: string,
): ServerAnswer | undefined {
  if (method !== 'GET') return { status: 204 };
  if (path.includes('RetrievePrincipalAccess')) return { body: { AccessRights: rights } };
  const [, set = '', query = ''] = /^(\w+)(.)/.exec(path) ?? [];
  const found = rows[set];
  if (found === undefined) return undefined;
  return query === '(' ? { body: found[0] } : { body: { value: found } };
}

async function openBar({ host, requests }: OpenHost, source: CommandSource): Promise<OpenBar> {
  const bar = createCommandBar(host, source);
  await bar.refresh();
  return {
    host,
    bar,
    requests,
    changes: () =>
      requests
        .filter(({ method }) => method !== 'GET')
        .map(({ method, path, body }) => ({ method, path, body })),
    ids: () => bar.items.value.map(({ id }) => id),
    item(id) {
      const found = bar.items.value.find((item) => item.id === id);
      if (found === undefined)
        throw new Error(`The bar has no ${id}, only ${bar.items.value.map((i) => i.id).join()}`);
      return found;
    },
  };
}
