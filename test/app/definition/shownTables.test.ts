import { describe, expect, it } from '@jest/globals';
import type { TableDefinition } from '../../../sandbox/app/definition/table/tableDefinition.js';
import type { FormDefinition } from '../../../sandbox/app/definition/form/formDefinition.js';
import { readTable } from '../../../sandbox/app/definition/table/readTable.js';
import { readAppDefinition } from '../../../sandbox/app/definition/readAppDefinition.js';
import { developmentUsers } from '../../../sandbox/dataverse/install/wellKnown.js';
import { at, markupOf } from '../../../sandbox/app/definition/markup.js';
import { readFetchXml } from '../../../sandbox/dataverse/query/fetchXml.js';
import { runQuery } from '../../../sandbox/dataverse/query/run.js';
import { sessionOf, testOrganization } from '../../sandbox/install/testOrganization.js';
import { base, languageCodes, shipped } from './solutions.js';

const organization = testOrganization([shipped], []);
const { catalogue } = organization;
const definition = readAppDefinition(organization, developmentUsers.admin.id, 1033);
const tables = Object.values(definition.tables);
const views = [...base.views, ...shipped.views];
const forms = [...base.forms, ...shipped.forms];

const cellsOf = (form: FormDefinition) => [
  ...form.header,
  ...form.tabs.flatMap((tab) =>
    tab.columns.flatMap((column) => column.sections.flatMap(({ rows }) => rows.flat())),
  ),
];
const named = (table: TableDefinition) => [table.logicalName, table] as const;
const withForms = tables.filter(({ forms }) => forms.length > 0).map(named);
const withViews = tables.filter((table) => table.views.length > 0).map(named);

describe.each(withViews)('the views of %s', (name, table) => {
  it('have one default of each kind', () => {
    const kinds = [...new Set(table.views.map(({ queryType }) => queryType))];
    for (const kind of kinds) {
      expect(table.views.filter((view) => view.queryType === kind && view.isDefault)).toHaveLength(1);
    }
    expect(kinds).toEqual(expect.arrayContaining([0, 2, 4, 64]));
  });

  it('show every cell of their layouts', () => {
    for (const view of views.filter((each) => each.table === name)) {
      const cells = at(markupOf(view, view.layoutXml, view.id), 'row', 'cell').map((cell) =>
        cell.getAttribute('name'),
      );
      const shown = table.views.find(({ id }) => id === view.id)?.columns.map((column) => column.name);
      expect(shown).toEqual(cells);
    }
  });

  it('have queries that the sandbox runs', () => {
    const session = sessionOf(organization, 'admin');
    for (const { fetchXml } of table.views) {
      expect(() =>
        runQuery(session, readFetchXml(catalogue, fetchXml.replaceAll('{0}', 'x%'))),
      ).not.toThrow();
    }
  });

  it('search, as quick find, the primary name', () => {
    const [quickFind] = table.views.filter(({ queryType }) => queryType === 4);
    expect(quickFind?.quickFindColumns).toContain(table.primaryName);
  });
});

describe.each(withForms)('the forms of %s', (_name, table) => {
  it('hold nothing that the app cannot draw', () => {
    const controls = table.forms
      .flatMap(cellsOf)
      .flatMap(({ control }) => (control === undefined ? [] : [control]));
    expect(controls.filter(({ kind }) => kind === 'unsupported')).toEqual([]);
    expect(controls.length).toBeGreaterThan(0);
  });

  it('have subgrids of views and relationships that exist', () => {
    for (const { control } of table.forms.flatMap(cellsOf)) {
      const subgrid = control?.subgrid;
      if (subgrid === undefined) continue;
      const related = definition.tables[subgrid.table];
      expect(related?.views.map(({ id }) => id)).toContain(subgrid.viewId);
      expect(table.relationships).toContainEqual(
        expect.objectContaining({ schemaName: subgrid.relationship, relatedTable: subgrid.table }),
      );
    }
  });

  it('are the only ones with the ids of their tabs, sections and cells', () => {
    for (const form of table.forms) {
      const sections = form.tabs.flatMap((tab) => tab.columns.flatMap((column) => column.sections));
      const ids = [...form.tabs, ...sections, ...cellsOf(form)].map(({ id }) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe('texts of the tables', () => {
  it.each(languageCodes)('are there in %d', (language) => {
    const missing: string[] = [];
    const only = { user: language, base: language };
    for (const { logicalName } of tables) {
      const table = catalogue.table(logicalName);
      const shownColumns = new Set([
        ...readTable(logicalName, catalogue, only).views.flatMap(({ columns }) =>
          columns.filter((column) => column.table === logicalName).map(({ column }) => column),
        ),
        ...readTable(logicalName, catalogue, only)
          .forms.flatMap(cellsOf)
          .map(({ control }) => control?.column ?? ''),
      ]);
      if (table.labels[language] === undefined) missing.push(logicalName);
      if (table.collectionLabels[language] === undefined) missing.push(`${logicalName}s`);
      for (const column of table.columns.values()) {
        if (!shownColumns.has(column.logicalName)) continue;
        if (column.labels[language] === undefined) missing.push(`${logicalName}.${column.logicalName}`);
        for (const { value, labels } of column.choice?.options ?? []) {
          if (labels[language] === undefined)
            missing.push(`${logicalName}.${column.logicalName} ${String(value)}`);
        }
      }
    }
    for (const { id, table, labels } of [...views, ...forms]) {
      if (labels[language] === undefined) missing.push(`${table} ${id}`);
    }
    expect(missing).toEqual([]);
  });
});
