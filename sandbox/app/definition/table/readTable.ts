import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import type { Solution } from '../../../dataverse/metadata/solution.js';
import { optional } from '../../../dataverse/metadata/optional.js';
import type { TableDefinition } from './tableDefinition.js';
import type { ChartDefinition } from '../chart/chartDefinition.js';
import { readChart } from '../chart/readChart.js';
import type { ViewDefinition } from '../view/viewDefinition.js';
import type { FormDefinition } from '../form/formDefinition.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { readColumn } from './readColumn.js';
import { formOrder, readForm } from '../form/readForm.js';
import { readRelationships } from './readRelationships.js';
import { readRibbon } from '../ribbon/readRibbon.js';
import { readView } from '../view/readView.js';

/** A table as everybody sees it: privileges and column rights are added for each user. */
export type SharedTable = Omit<TableDefinition, 'privileges'>;

const known = new WeakMap<Catalogue, Map<string, SharedTable>>();

/**
 * A table with its columns, relationships, views, forms and command-bar changes, from all solutions. Read once for each
 * language: a catalogue never changes.
 *
 * @param name logical name of a table of the catalogue
 */
export function readTable(name: string, catalogue: Catalogue, languages: Languages): SharedTable {
  const tables = known.get(catalogue) ?? new Map<string, SharedTable>();
  known.set(catalogue, tables);
  const key = `${name} ${String(languages.user)} ${String(languages.base)}`;
  const table = tables.get(key) ?? read(name, catalogue, languages);
  tables.set(key, table);
  return table;
}

function read(name: string, catalogue: Catalogue, languages: Languages): SharedTable {
  const table = catalogue.table(name);
  const label = localized(table.labels, languages) ?? table.schemaName;
  const lookups = catalogue.oneToMany.filter(({ referencingTable }) => referencingTable === name);
  return {
    logicalName: name,
    schemaName: table.schemaName,
    setName: table.setName,
    primaryId: table.primaryId,
    ...optional('primaryName', table.primaryName),
    label,
    collectionLabel: localized(table.collectionLabels, languages) ?? label,
    objectTypeCode: table.objectTypeCode,
    ownership: table.ownership,
    isActivity: table.isActivity,
    hasActivities: table.hasActivities,
    hasNotes: table.hasNotes,
    columns: Object.fromEntries(
      [...table.columns.values()].map((column) => [
        column.logicalName,
        readColumn(column, lookups, languages),
      ]),
    ),
    relationships: readRelationships(name, catalogue.oneToMany, catalogue.manyToMany),
    views: readViews(name, catalogue, languages),
    forms: readForms(name, catalogue, languages),
    charts: readCharts(name, catalogue, languages),
    ribbon: readRibbon(
      catalogue.solutions.flatMap(({ ribbonDiffs }) => ribbonDiffs).filter(({ table: of }) => of === name),
      languages,
    ),
    ...optional('icon', table.icon),
  };
}

function readViews(name: string, catalogue: Catalogue, languages: Languages): ViewDefinition[] {
  return componentsOf(catalogue, name, ({ views }) => views)
    .map((view) => readView(view, catalogue, languages))
    .sort(compareViews);
}

/** The view selector: public views, the default one first, the rest by name. */
function compareViews(a: ViewDefinition, b: ViewDefinition): number {
  if (a.queryType !== b.queryType) return a.queryType - b.queryType;
  if (a.isDefault !== b.isDefault) return a.isDefault ? -1 : 1;
  return a.name.localeCompare(b.name);
}

function readForms(name: string, catalogue: Catalogue, languages: Languages): FormDefinition[] {
  return componentsOf(catalogue, name, ({ forms }) => forms)
    .map((form) => ({ form, order: formOrder(form) }))
    .sort((a, b) => a.order - b.order)
    .map(({ form }) => readForm(form, catalogue, languages));
}

function readCharts(name: string, catalogue: Catalogue, languages: Languages): ChartDefinition[] {
  return componentsOf(catalogue, name, ({ charts }) => charts)
    .map((chart) => readChart(chart, catalogue, languages))
    .sort((a, b) => Number(b.isDefault) - Number(a.isDefault) || a.name.localeCompare(b.name));
}

/** A table's components of all solutions; a later solution's replaces one with the same id. */
function componentsOf<Component extends { readonly id: string; readonly table: string }>(
  catalogue: Catalogue,
  table: string,
  of: (solution: Solution) => readonly Component[],
): Component[] {
  const components = catalogue.solutions.flatMap(of).filter((component) => component.table === table);
  return [...new Map(components.map((component) => [component.id, component])).values()];
}
