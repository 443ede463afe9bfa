import type { Element } from '@xmldom/xmldom';
import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import type { Column } from '../../../dataverse/metadata/model.js';
import type { ViewDefinition as ViewSource } from '../../../dataverse/metadata/appComponents.js';
import { attributeOf } from '../../../dataverse/metadata/xml.js';
import type { ViewColumn, ViewDefinition } from './viewDefinition.js';
import type { LinkedTables } from './linkedTables.js';
import { linkedTables } from './linkedTables.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { at, flagAttribute, markupOf, numberAttribute } from '../markup.js';

/** Pixels of a column whose layout names none. */
const defaultWidth = 100;

/** Column types that Dataverse cannot order rows by ("Order rows using FetchXml"). */
const unordered: ReadonlySet<Column['type']> = new Set([
  'partylist', 'virtual', 'multiselectpicklist', 'image', 'file',
]); // prettier-ignore

/**
 * A view. Cells of columns that no solution defines are left out, as are hidden ones: an export's views of system
 * tables may show columns that the sandbox's base tables do not have.
 */
export function readView(view: ViewSource, catalogue: Catalogue, languages: Languages): ViewDefinition {
  const source = `View ${view.id} of ${view.table}`;
  const fetch = markupOf(view, view.fetchXml, `${source}, fetchxml`);
  const links = linkedTables(fetch, view.table, catalogue, languages);
  return {
    id: view.id,
    name: localized(view.labels, languages) ?? view.id,
    table: view.table,
    queryType: view.queryType,
    isDefault: view.isDefault,
    fetchXml: view.fetchXml,
    columns: cellsOf(view, source).flatMap((cell) => readCell(cell, view, links, catalogue, languages)),
    quickFindColumns: quickFindColumns(fetch),
  };
}

function cellsOf(view: ViewSource, source: string): Element[] {
  if (view.layoutXml === '') return [];
  return at(markupOf(view, view.layoutXml, `${source}, layoutxml`), 'row', 'cell').filter(
    (cell) => !flagAttribute(cell, 'ishidden', false),
  );
}

function readCell(
  cell: Element,
  view: ViewSource,
  links: LinkedTables,
  catalogue: Catalogue,
  languages: Languages,
): ViewColumn[] {
  const name = attributeOf(cell, 'name') ?? '';
  const [first = '', second] = name.split('.');
  const link = second === undefined ? undefined : links.get(first);
  const table = catalogue.tables.get(second === undefined ? view.table : (link?.table ?? ''));
  const column = table?.columns.get(second ?? first);
  if (table === undefined || column === undefined) return [];
  return [
    {
      name,
      label: labelOf(column, link?.label, languages),
      width: numberAttribute(cell, 'width') ?? defaultWidth,
      isSortable: !flagAttribute(cell, 'disableSorting', false) && !unordered.has(column.type),
      table: table.logicalName,
      column: column.logicalName,
    },
  ];
}

/** A column of a linked table is shown with what leads to it: "Email (Primary Contact)". */
function labelOf(column: Column, link: string | undefined, languages: Languages): string {
  const label = localized(column.labels, languages) ?? column.schemaName;
  return link === undefined ? label : `${label} (${link})`;
}

function quickFindColumns(fetch: Element): string[] {
  return at(fetch, 'entity', 'filter')
    .flatMap(quickFindFilters)
    .flatMap((filter) => at(filter, 'condition'))
    .map((condition) => attributeOf(condition, 'attribute'))
    .filter((name) => name !== undefined);
}

/** The filter that is marked as the quick find's; it may stand inside another one. */
function quickFindFilters(filter: Element): Element[] {
  return flagAttribute(filter, 'isquickfindfields', false)
    ? [filter]
    : at(filter, 'filter').flatMap(quickFindFilters);
}
