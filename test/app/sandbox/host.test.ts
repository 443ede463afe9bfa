import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AppDefinition } from '../../../sandbox/app/definition/definition.js';
import type { TableDefinition } from '../../../sandbox/app/definition/table/tableDefinition.js';
import { readAppDefinition } from '../../../sandbox/app/definition/readAppDefinition.js';
import { createGridModel, type GridOptions } from '../../../sandbox/app/client/grid/model/createGridModel.js';
import { createHost } from '../../../sandbox/app/client/host/createHost.js';
import type { Host } from '../../../sandbox/app/client/host/host.js';
import { searchRows } from '../../../sandbox/app/client/lookup/searchRows.js';
import { createXrm } from '../../../sandbox/app/client/xrm/createXrm.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { call, create } from '../../sandbox/server/webApi.js';
import { guid } from '../definition.js';
import { aPlatform } from '../platform.js';

/** What the host asks, answered by the sandbox's own Web API instead of a scripted server. */
let sandbox: Sandbox;
let host: Host;
let definition: AppDefinition;

beforeAll(async () => {
  sandbox = await startSandbox({ developmentTokens: true });
  const { json } = await call(sandbox, 'GET', 'WhoAmI()');
  definition = readAppDefinition(sandbox.organization, String(json['UserId']), 1033);
  host = createHost(definition, {
    ...aPlatform(),
    origin: sandbox.url,
    fetch: (url, init) =>
      fetch(url, { ...init, headers: { ...init.headers, authorization: 'Bearer dev-admin' } }),
  });
}, 30_000);
afterAll(() => sandbox.close());

const open = async (options: Pick<GridOptions, 'table'> & Partial<GridOptions>) => {
  const model = createGridModel(host, {
    place: 'HomepageGrid',
    name: 'entitylist',
    visit: host.navigation.visit(),
    ...options,
  });
  await model.settled();
  return model;
};
const problemsOf = (model: Awaited<ReturnType<typeof open>>, what: string) =>
  model.error.value === undefined ? [] : [`${model.table.logicalName}, ${what}: ${model.error.value}`];
const table = (name: string): TableDefinition => {
  const found = definition.tables[name];
  if (found === undefined) throw new Error(`There is no table ${name}.`);
  return found;
};

/** Enough for some hundred requests on a machine that is busy with other things. */
const walkTime = 30_000;

describe('every view of the app', () => {
  const views = () =>
    Object.values(definition.tables).flatMap((each) => each.views.map((view) => ({ each, view })));

  it(
    'is read and searched',
    async () => {
      const problems: string[] = [];
      for (const { each, view } of views()) {
        const model = await open({ table: each, viewId: view.id });
        problems.push(...problemsOf(model, view.name));
        model.search('*a');
        await model.settled();
        problems.push(...problemsOf(model, `searching ${view.name}`));
      }
      expect(problems).toEqual([]);
      expect(views().length).toBeGreaterThan(10);
    },
    walkTime,
  );

  it(
    'is sorted by each of its columns',
    async () => {
      const problems: string[] = [];
      const sorted = new Set<string>();
      for (const { each, view } of views()) {
        // A column is sorted alike in every view of its table.
        const fresh = view.columns.filter(
          ({ name, isSortable }) => isSortable && !sorted.has(`${each.logicalName} ${name}`),
        );
        if (fresh.length === 0) continue;
        const model = await open({ table: each, viewId: view.id });
        for (const column of fresh) {
          sorted.add(`${each.logicalName} ${column.name}`);
          model.sortBy(column);
          await model.settled();
          problems.push(...problemsOf(model, `${view.name} by ${column.name}`));
        }
      }
      expect(problems).toEqual([]);
      expect(sorted.size).toBeGreaterThan(10);
    },
    walkTime,
  );
});

it(
  'every relationship shows the rows that belong to its row',
  async () => {
    const problems: string[] = [];
    for (const parent of Object.values(definition.tables)) {
      for (const relationship of parent.relationships) {
        const related = definition.tables[relationship.relatedTable];
        if (related === undefined) continue;
        const row = { id: guid(1), name: '', table: parent.logicalName };
        const model = await open({ table: related, place: 'SubGrid', parent: { row, relationship } });
        problems.push(...problemsOf(model, relationship.schemaName));
        if (model.rows.value.length > 0) problems.push(`${relationship.schemaName} shows rows of others`);
      }
    }
    expect(problems).toEqual([]);
  },
  walkTime,
);

describe('a list of contacts', () => {
  beforeAll(async () => {
    for (const lastname of ['Paged A', 'Paged B', 'Paged C', '100% sure_thing']) {
      await create(sandbox, 'contacts', { lastname });
    }
  });

  it('is paged with cookies, and counted', async () => {
    const model = await open({ table: table('contact'), rowsPerPage: 2 });
    model.search('Paged');
    await model.settled();
    const first = model.rows.value.map(({ name }) => name);
    expect([model.totalCount.value, model.hasMore.value]).toEqual([3, true]);
    model.nextPage();
    await model.settled();
    expect([...first, ...model.rows.value.map(({ name }) => name)]).toEqual([
      'Paged A',
      'Paged B',
      'Paged C',
    ]);
    expect(model.hasMore.value).toBe(false);
  });

  it.each([
    ['100%', 1],
    ['*sure_', 1],
    ['*sure-', 0],
    ['Pag*C', 1],
  ])('finds what is meant by %s', async (text, count) => {
    const rows = await searchRows(host, { tables: ['contact'], filters: [], text, top: 10 });
    expect(rows).toHaveLength(count);
  });
});

describe('Xrm.WebApi', () => {
  const xrm = () =>
    createXrm(host, { currentForm: () => undefined, currentGrid: () => undefined }) as Xrm.XrmStatic;
  const creating = (lastname: string) =>
    Object.assign(
      Object.create({
        getMetadata: () => ({ operationType: 2, operationName: 'Create', parameterTypes: {} }),
      }) as object,
      { etn: 'contact', payload: { lastname } },
    );
  const named = async (lastname: string) => {
    const { entities } = await xrm().WebApi.retrieveMultipleRecords<Record<string, string>>(
      'contact',
      `?$select=lastname&$filter=startswith(lastname,'${lastname}')&$orderby=lastname`,
    );
    return entities.map((row) => row['lastname']);
  };

  it('keeps a change set together', async () => {
    const answers = await xrm().WebApi.online.executeMultiple([[creating('Batch A'), creating('Batch Bé')]]);
    expect(answers.map(({ status }) => status)).toEqual([204, 204]);
    await expect(
      xrm().WebApi.online.executeMultiple([[creating('Batch C'), creating('x'.repeat(500))]]),
    ).rejects.toMatchObject({ errorCode: 0x80044331 });
    expect(await named('Batch')).toEqual(['Batch A', 'Batch Bé']);
  });

  it('creates, changes, reads and deletes a row', async () => {
    const { id } = await xrm().WebApi.createRecord('contact', { lastname: 'Crud A' });
    await xrm().WebApi.updateRecord('contact', `{${id.toUpperCase()}}`, { lastname: 'Crud B' });
    expect(await xrm().WebApi.retrieveRecord('contact', id, '?$select=lastname')).toMatchObject({
      lastname: 'Crud B',
    });
    await xrm().WebApi.deleteRecord('contact', id);
    await expect(xrm().WebApi.updateRecord('contact', id, { lastname: 'Gone' })).rejects.toMatchObject({
      errorCode: 0x80040217,
    });
  });

  it('asks a long query all the same', async () => {
    const values = Array.from({ length: 300 }, (_, index) => `<value>${guid(index)}</value>`).join('');
    const result = await xrm().WebApi.retrieveMultipleRecords(
      'contact',
      `?fetchXml=<fetch><entity name="contact"><attribute name="lastname"/><filter><condition attribute="contactid" operator="in">${values}</condition></filter></entity></fetch>`,
    );
    expect(result.entities).toEqual([]);
  });

  it('makes a new row from another', async () => {
    const account = await create(sandbox, 'accounts', { name: 'Fabrikam', telephone1: '123' });
    await xrm().Navigation.openForm({
      entityName: 'contact',
      createFromEntity: { entityType: 'account', id: account, name: 'Fabrikam' },
    });
    expect(host.navigation.page.value).toMatchObject({
      table: 'contact',
      values: { telephone1: '123', parentcustomerid: [{ id: account, name: 'Fabrikam', table: 'account' }] },
    });
  });
});
