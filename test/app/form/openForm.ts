import { DOMParser } from '@xmldom/xmldom';
import { signal } from '@preact/signals-core';
import { createFormModel, type FormOptions } from '../../../sandbox/app/client/form/model/createFormModel.js';
import { createExecutionContext } from '../../../sandbox/app/client/xrm/form/createExecutionContext.js';
import type { FormModel } from '../../../sandbox/app/client/form/model/formModel.js';
import { createApi } from '../../../sandbox/app/client/host/createApi.js';
import { createDialogs } from '../../../sandbox/app/client/host/createDialogs.js';
import { createNotifications } from '../../../sandbox/app/client/host/createNotifications.js';
import { createProgress } from '../../../sandbox/app/client/host/createProgress.js';
import { createScripts } from '../../../sandbox/app/client/host/createScripts.js';
import { createText } from '../../../sandbox/app/client/host/createText.js';
import type { Host, Navigation, OpenDialog, Page } from '../../../sandbox/app/client/host/host.js';
import { fromDom, type DomNode } from '../../../sandbox/app/client/xml/fromDom.js';
import { createFormContext } from '../../../sandbox/app/client/xrm/form/createFormContext.js';
import type { TableDefinition } from '../../../sandbox/app/definition/table/tableDefinition.js';
import type { FormDefinition } from '../../../sandbox/app/definition/form/formDefinition.js';
import { scriptedApi, type ScriptedApi, type ScriptedRoute } from './scriptedApi.js';
import { storedTicket, ticketApp, ticketRow, ticketTable } from './ticketTable.js';

const origin = 'https://org.example';

export interface FormSetting {
  readonly table?: TableDefinition;
  readonly form?: Partial<FormDefinition>;
  /** Absent: the stored ticket. `new`: a new row. */
  readonly id?: 'new';
  readonly values?: FormOptions['values'];
  readonly dialog?: FormOptions['dialog'];
  /** Over the usual server, which has one ticket that the user may write. */
  readonly routes?: Readonly<Record<string, ScriptedRoute>>;
  /** What the libraries define. */
  readonly scripts?: Readonly<Record<string, unknown>>;
  readonly language?: number;
  /** Over the usual tables. */
  readonly tables?: Readonly<Record<string, TableDefinition>>;
}

export interface OpenForm {
  readonly model: FormModel;
  readonly host: Host;
  readonly server: ScriptedApi;
  readonly formContext: Xrm.FormContext;
  /** Addresses the page got, pages that were opened, and how often it went back. */
  readonly moves: { replaced: Page[]; opened: Page[]; back: number };
  /** Scripts that were loaded, in order. */
  readonly loaded: readonly string[];
  /** Messages of the error dialogs that are open, oldest first. */
  readonly errors: () => readonly string[];
  readonly dialogs: () => readonly OpenDialog[];
  /** The user goes to another page. */
  readonly leave: () => void;
}

/** An open form on the real parts of the app, against a scripted server. */
export async function openForm(setting: FormSetting = {}): Promise<OpenForm> {
  const opened = startForm(setting);
  await opened.model.ready;
  return opened;
}

/** The same, while it is still loading. */
export function startForm(setting: FormSetting = {}): OpenForm {
  const table = setting.table ?? ticketTable();
  const form = { ...(table.forms[0] as FormDefinition), ...setting.form };
  const server = scriptedApi({ ...usualRoutes, ...setting.routes });
  const loaded: string[] = [];
  const moves: OpenForm['moves'] = { replaced: [], opened: [], back: 0 };
  const host = makeHost(table, setting, server, loaded, moves);
  let isOver = false;
  const model = createFormModel(
    host,
    {
      table,
      form,
      ...(setting.id === 'new' ? {} : { id: ticketRow }),
      ...(setting.values ? { values: setting.values } : {}),
      ...(setting.dialog ? { dialog: setting.dialog } : {}),
      visit: { isOver: () => isOver },
    },
    createExecutionContext,
  );
  return {
    model,
    host,
    server,
    formContext: createFormContext(host, model) as Xrm.FormContext,
    moves,
    loaded,
    errors: () =>
      host.dialogs.open.value.flatMap((open) => (open.kind === 'error' ? [open.options.message ?? ''] : [])),
    dialogs: () => host.dialogs.open.value,
    leave: () => {
      isOver = true;
    },
  };
}

const user = '00000000-0000-4000-8000-0000000000a1';
export const accessRoute = `GET systemusers(${user})/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@target)`;
export const readRoute = `GET tickets(${ticketRow})`;
export const changeRoute = `PATCH tickets(${ticketRow})`;

const usualRoutes: Readonly<Record<string, ScriptedRoute>> = {
  [readRoute]: { body: storedTicket },
  [accessRoute]: {
    body: {
      AccessRights:
        'ReadAccess, WriteAccess, AppendAccess, AppendToAccess, CreateAccess, DeleteAccess, AssignAccess',
    },
  },
  [changeRoute]: { status: 204 },
  'POST tickets': {
    status: 204,
    headers: { 'OData-EntityId': `${origin}/api/data/v9.2/tickets(${ticketRow})` },
  },
};

function makeHost(
  table: TableDefinition,
  { scripts = {}, language = 1033, form, tables = {} }: FormSetting,
  server: ScriptedApi,
  loaded: string[],
  moves: OpenForm['moves'],
): Host {
  const webResources = Object.fromEntries(
    (form?.libraries ?? []).map((name) => [name, { name, type: 3, dependencies: [] }]),
  );
  const definition = ticketApp(table, { webResources, tables });
  const text = createText(language);
  const parseXml = (xml: string) =>
    fromDom(new DOMParser().parseFromString(xml, 'text/xml').documentElement as unknown as DomNode);
  const page = signal<Page>({ pageType: 'entityrecord', table: table.logicalName });
  const navigation: Navigation = {
    page,
    open: (next) => Promise.resolve(moves.opened.push(next) > 0),
    back: () => Promise.resolve((moves.back += 1) > 0),
    replace: (next) => void moves.replaced.push(next),
    guard: undefined,
    visit: () => ({ isOver: () => false }),
  };
  const loadScript = (url: string) => {
    const name = url.replace(`${origin}/WebResources/`, '');
    if (name.includes('missing')) return Promise.reject(new Error(`${name} is not there.`));
    loaded.push(name);
    return Promise.resolve();
  };
  return {
    definition,
    api: createApi({ fetch: server.fetch, origin }, text),
    navigation,
    dialogs: createDialogs(),
    notifications: createNotifications(),
    progress: createProgress(),
    scripts: createScripts(definition, {
      fetch: server.fetch,
      origin,
      loadScript,
      global: scripts,
      parseXml,
    }),
    text,
    parseXml,
    openWindow: () => undefined,
  };
}
