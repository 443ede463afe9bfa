import { effect } from '@preact/signals-core';
import type { AppDefinition } from '../../sandbox/app/definition/definition.js';
import type { TableDefinition } from '../../sandbox/app/definition/table/tableDefinition.js';
import { createFormModel, type FormOptions } from '../../sandbox/app/client/form/model/createFormModel.js';
import { createExecutionContext } from '../../sandbox/app/client/xrm/form/createExecutionContext.js';
import type { FormModel } from '../../sandbox/app/client/form/model/formModel.js';
import { createGridModel, type GridOptions } from '../../sandbox/app/client/grid/model/createGridModel.js';
import type { GridModel } from '../../sandbox/app/client/grid/model/gridModel.js';
import { createHost } from '../../sandbox/app/client/host/createHost.js';
import type { Host, LookupRow, OpenDialog, Page } from '../../sandbox/app/client/host/host.js';
import { createXrm } from '../../sandbox/app/client/xrm/createXrm.js';
import { createFormContext } from '../../sandbox/app/client/xrm/form/createFormContext.js';
import { createGridContext } from '../../sandbox/app/client/xrm/grid/createGridContext.js';
import { aDefinition, aForm } from '../app/definition.js';
import { aPlatform, type Server, type ServerRequest } from '../app/platform.js';

/** What a fake is made from. */
export interface FakeOptions {
  /** The app's tables; those of `aDefinition` otherwise. */
  readonly tables?: readonly TableDefinition[];
  readonly dashboards?: AppDefinition['dashboards'];
  /** What else the Web API has; that of the tables otherwise. */
  readonly entitySets?: AppDefinition['entitySets'];
  /** LCID of the user's language; 1033. */
  readonly language?: number;
  /** The server: every request of the handler under test, those of a batch one by one. */
  readonly answer?: Server;
  /** Names of the scripts that forms and commands load; what they would put on the page is `global`. */
  readonly libraries?: readonly string[];
  /** What scripts have put on the page, for form events and commands to find: `{ Inv: { … } }`. */
  readonly global?: Record<string, unknown>;
  /** What the user says to a confirmation; yes. */
  readonly confirm?: boolean | ((options: { readonly text: string; readonly title?: string }) => boolean);
  /** Rows the user picks in a lookup dialog; by default the user closes it. */
  readonly pick?: readonly LookupRow[];
  /** The row that the user saves in a dialog or quick-create form; by default the user closes it. */
  readonly saved?: LookupRow;
  /** String tables by web resource name (`…/Names.1033.resx`) with their XML; scripts find them once `ready` resolves. */
  readonly stringTables?: Readonly<Record<string, string>>;
}

/** A grid with rows and a selection. */
export interface FakeGrid extends Partial<Omit<GridOptions, 'table'>> {
  readonly table: string;
  readonly rows?: readonly Readonly<Record<string, unknown>>[];
  readonly selected?: readonly string[];
}

/** A form on a new row, or on a saved one with its values as the Web API gives them. */
export interface FakeForm extends Partial<Pick<FormOptions, 'form' | 'id' | 'values'>> {
  readonly table: string;
  readonly row?: Readonly<Record<string, unknown>>;
  /** What the user may do with a saved row; everything. */
  readonly rights?: string;
}

export type ShownDialog = { readonly [Kind in OpenDialog['kind']]: KindOf<Kind> }[OpenDialog['kind']];
type KindOf<Kind> = Kind extends OpenDialog['kind']
  ? Pick<Extract<OpenDialog, { kind: Kind }>, 'kind' | 'options'>
  : never;

const everyRight =
  'ReadAccess, WriteAccess, AppendAccess, AppendToAccess, CreateAccess, DeleteAccess, ShareAccess, AssignAccess';

/**
 * The app's own host and `Xrm` over a scripted server and a user who answers every dialog at once: for unit tests of
 * handlers. What the host itself asks for (rows of grids and forms made here) is not among `requests`.
 */
export function fakeXrm(options: FakeOptions = {}) {
  const requests: ServerRequest[] = [];
  const prepared: Server[] = [];
  const server: Server = async (request) => {
    for (const prepare of prepared) {
      const given = await prepare(request);
      if (given !== undefined) return given;
    }
    requests.push(request);
    return options.answer?.(request);
  };
  const platform = aPlatform({ server, ...(options.global === undefined ? {} : { global: options.global }) });
  const host = createHost(
    aDefinition({
      ...(options.dashboards === undefined ? {} : { dashboards: options.dashboards }),
      ...(options.tables === undefined ? {} : { tables: options.tables }),
      ...(options.entitySets === undefined ? {} : { entitySets: options.entitySets }),
      ...(options.language === undefined ? {} : { language: options.language }),
      webResources: webResourcesOf(options),
    }),
    platform,
  );
  prepared.push((request) => stringTable(options, request));

  let currentForm: FormModel | undefined;
  let currentGrid: GridModel | undefined;
  const xrm = createXrm(host, {
    currentForm: () => currentForm,
    currentGrid: () => currentGrid,
  }) as Xrm.XrmStatic;

  return {
    xrm,
    host,
    /** The browser's own fetch, for requests that scripts make beside `Xrm`. */
    fetch: platform.fetch,
    /** What handlers asked the server, in order. */
    requests,
    /** Dialogs that were shown, in order; each has been answered. */
    dialogs: answerDialogs(host, options),
    /** Global notifications that stand. */
    notifications: () => host.notifications.shown.value,
    /** What the progress indicator said, in order; undefined: it was closed. */
    progress: recordProgress(host),
    /** Pages that were opened, in order. */
    opened: recordPages(host),
    /** Addresses that were opened in a window of their own. */
    windows: platform.windows,
    /** Resolves when the string tables have been read. */
    ready: options.stringTables === undefined ? Promise.resolve() : host.scripts.load(stringsScript),
    /** The grid context of a list with these rows. */
    async grid({ table, rows = [], selected = [], ...rest }: FakeGrid) {
      const definition = tableOf(host, table);
      prepared.push(({ path }) =>
        path.startsWith(`${definition.setName}?fetchXml=`) && path.includes('returntotalrecordcount')
          ? { body: { value: rows, '@Microsoft.Dynamics.CRM.totalrecordcount': rows.length } }
          : undefined,
      );
      const model = createGridModel(host, {
        place: 'HomepageGrid',
        name: 'entitylist',
        visit: host.navigation.visit(),
        ...rest,
        table: definition,
      });
      await model.settled();
      model.select(selected);
      currentGrid = model;
      return { model, context: createGridContext(host, model) as Xrm.Controls.GridControl };
    },
    /** The form context of a row. */
    async form({ table, row = {}, rights = everyRight, ...rest }: FakeForm) {
      const definition = tableOf(host, table);
      if (rest.id !== undefined) prepared.push(savedRow(definition, rest.id, row, rights));
      const model = createFormModel(
        host,
        {
          form: definition.forms[0] ?? aForm(table),
          visit: host.navigation.visit(),
          ...rest,
          table: definition,
        },
        createExecutionContext,
      );
      await model.ready;
      currentForm = model;
      return { model, context: createFormContext(host, model) as Xrm.FormContext };
    },
  };
}

function tableOf(host: Host, name: string): TableDefinition {
  const table = host.definition.tables[name];
  if (table === undefined) throw new Error(`The fake has no table ${name}.`);
  return table;
}

/** What a form reads of its row. */
function savedRow(table: TableDefinition, id: string, row: object, rights: string): Server {
  return ({ method, path }) => {
    if (method !== 'GET') return undefined;
    if (path.includes('RetrievePrincipalAccess') && path.includes(id))
      return { body: { AccessRights: rights } };
    return path.startsWith(`${table.setName}(${id})?$select`)
      ? { body: { [table.primaryId]: id, ...row } }
      : undefined;
  };
}

function recordProgress(host: Host): readonly (string | undefined)[] {
  const messages: (string | undefined)[] = [];
  let isFirst = true;
  effect(() => {
    const message = host.progress.message.value;
    if (!isFirst) messages.push(message);
    isFirst = false;
  });
  return messages;
}

function recordPages(host: Host): readonly Page[] {
  const pages: Page[] = [];
  let start: Page | undefined;
  effect(() => {
    const page = host.navigation.page.value;
    if (start === undefined) start = page;
    else pages.push(page);
  });
  return pages;
}

/** The user: reads each dialog and answers at once. */
function answerDialogs(host: Host, options: FakeOptions): readonly ShownDialog[] {
  const shown: ShownDialog[] = [];
  const seen = new Set<number>();
  effect(() => {
    for (const dialog of host.dialogs.open.value) {
      if (seen.has(dialog.key)) continue;
      seen.add(dialog.key);
      shown.push({ kind: dialog.kind, options: dialog.options } as ShownDialog);
      queueMicrotask(() => close(dialog, options));
    }
  });
  return shown;
}

function close(dialog: OpenDialog, { confirm = true, pick, saved }: FakeOptions): void {
  switch (dialog.kind) {
    case 'confirm':
      return dialog.close(typeof confirm === 'function' ? confirm(dialog.options) : confirm);
    case 'lookup':
      return dialog.close(pick);
    case 'quickCreate':
    case 'form':
      return dialog.close(saved);
    default:
      return dialog.close();
  }
}

const stringsScript = 'test_/strings.js';

/** A script that declares the string tables, as the one under test does in the solution. */
function webResourcesOf({ stringTables = {}, libraries = [] }: FakeOptions) {
  const names = Object.keys(stringTables);
  return [
    { name: stringsScript, type: 3, dependencies: names },
    ...names.map((name) => ({ name, type: 12, dependencies: [] })),
    ...libraries.map((name) => ({ name, type: 3, dependencies: [] })),
  ];
}

function stringTable({ stringTables = {} }: FakeOptions, { path }: ServerRequest) {
  const text = stringTables[path.replace('/WebResources/', '')];
  return text === undefined ? undefined : { body: text };
}
