import { readFileSync } from 'node:fs';
import { readAppDefinition } from '../../sandbox/app/definition/readAppDefinition.js';
import type { AppDefinition } from '../../sandbox/app/definition/definition.js';
import type { TableDefinition } from '../../sandbox/app/definition/table/tableDefinition.js';
import { createFormModel } from '../../sandbox/app/client/form/model/createFormModel.js';
import { createExecutionContext } from '../../sandbox/app/client/xrm/form/createExecutionContext.js';
import { createGridModel } from '../../sandbox/app/client/grid/model/createGridModel.js';
import { createFormContext } from '../../sandbox/app/client/xrm/form/createFormContext.js';
import { createGridContext } from '../../sandbox/app/client/xrm/grid/createGridContext.js';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import * as InvitationForm from '../../webresources/invitationForm.js';
import { languages } from '../../webresources/strings/languages.js';
import { call } from '../sandbox/server/webApi.js';
import type { Server } from '../app/platform.js';
import { fakeXrm, type FakeOptions } from './fakeXrm.js';
import { shipped } from './sources.js';

/** What a test's user meets: the product's own tables and texts, the rows of a sandbox. */
export interface Product {
  readonly sandbox: Sandbox;
  /** The app's tables as an administrator has them. */
  readonly tables: readonly TableDefinition[];
  readonly entitySets: AppDefinition['entitySets'];
  readonly userId: string;
}

/** Milliseconds that the first start of a sandbox may take on a busy machine: it reads the whole solution. */
export const startTimeout = 30_000;

/** Starts a sandbox with the solution. */
export async function startProduct(): Promise<Product> {
  const sandbox = await startSandbox({ developmentTokens: true });
  const who = await call(sandbox, 'GET', 'WhoAmI');
  const userId = String(who.json['UserId']);
  const { tables, entitySets } = readAppDefinition(sandbox.organization, userId, 1033);
  return { sandbox, tables: Object.values(tables), entitySets, userId };
}

/** What a test changes about the user and the server. */
export interface Scene extends Omit<FakeOptions, 'tables' | 'entitySets' | 'answer' | 'stringTables'> {
  /** Answers before the sandbox is asked; undefined lets the request through, to throw loses the answer. */
  readonly before?: Server;
  /** Sees each request after the sandbox has done it; to throw loses the answer. */
  readonly after?: (request: Parameters<Server>[0]) => void;
}

/** Puts `Xrm` on the page for one scene; all requests go to the sandbox. */
export async function setScene({ sandbox, tables, entitySets, userId }: Product, scene: Scene = {}) {
  const { before, after, ...user } = scene;
  const answer: Server = async (request) => {
    const given = await before?.(request);
    if (given !== undefined) return given;
    const { method, path, body, headers } = request;
    const {
      status,
      text,
      headers: answered,
    } = await call(sandbox, method, encodeURI(asUser(path)), {
      headers: {
        prefer: headers['prefer'] ?? '',
        ...(headers['if-match'] === undefined ? {} : { 'if-match': headers['if-match'] }),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    after?.(request);
    return { status, ...(text === '' ? {} : { body: text }), headers: Object.fromEntries(answered) };
  };
  // The host's user is one of its own; the sandbox knows the administrator.
  const asUser = (path: string): string => path.replace(fake.host.definition.user.id, userId);
  const stringTables = Object.fromEntries(
    [...languages.keys()].map((language) => {
      const name = `inv_/strings/Invitations.${language}.resx`;
      return [name, readFileSync(shipped(name), 'utf8')];
    }),
  );
  const fake = fakeXrm({
    ...user,
    tables,
    entitySets,
    answer,
    stringTables,
    libraries: ['inv_/js/invitation_form.js'],
    global: { Inv: { InvitationForm } },
  });
  Object.assign(globalThis, { Xrm: fake.xrm, fetch: fetchOf(fake) });
  await fake.ready;
  const tableNamed = (name: string): TableDefinition => {
    const found = tables.find(({ logicalName }) => logicalName === name);
    if (found === undefined) throw new Error(`The app has no table ${name}.`);
    return found;
  };
  return {
    ...fake,
    /** Opens the main form of a row, or of a new one with these values; its events run as FormXml names them. */
    async openForm(name: string, id?: string, values?: Readonly<Record<string, unknown>>) {
      const table = tableNamed(name);
      const form = table.forms.find(({ type }) => type === 'main');
      if (form === undefined) throw new Error(`${name} has no main form.`);
      const model = createFormModel(
        fake.host,
        {
          table,
          form,
          visit: fake.host.navigation.visit(),
          ...(id === undefined ? {} : { id }),
          ...(values === undefined ? {} : { values }),
        },
        createExecutionContext,
      );
      await model.ready;
      const context = createFormContext(fake.host, model) as Xrm.FormContext;
      return { model, context };
    },
    /** The context of the table's list. */
    async openList(name: string) {
      const model = createGridModel(fake.host, {
        table: tableNamed(name),
        place: 'HomepageGrid',
        name: 'entitylist',
        visit: fake.host.navigation.visit(),
      });
      await model.settled();
      return { model, context: createGridContext(fake.host, model) as Xrm.Controls.GridControl };
    },
    /** What was told, asked or reported, in order. */
    said: (): readonly string[] => fake.dialogs.map(words),
  };
}

const realFetch = globalThis.fetch;

/** Requests of scripts reach the scene's server; the test's own go where they always went. */
const fetchOf =
  (fake: ReturnType<typeof fakeXrm>): typeof fetch =>
  (address, init) =>
    typeof address === 'string' && address.startsWith(`${fake.host.api.clientUrl}/`)
      ? (fake.fetch(address, init ?? {}) as Promise<Response>)
      : realFetch(address, init);

/** The text of a dialog; of an error, with its details. */
function words({ options }: { readonly options: object }): string {
  const { text, message, details } = options as Readonly<Record<string, string | undefined>>;
  return text ?? [message, details].filter((part) => part !== undefined).join(' | ');
}
