import type { ColumnDefinition, TableDefinition } from '../../definition/table/tableDefinition.js';
import { element, type XmlElement } from '../xml/xmlElement.js';
import { changeEntity, condition } from './query.js';
import { queryType } from '../../definition/view/queryType.js';

const wholeNumbers: ReadonlySet<ColumnDefinition['type']> = new Set(['int', 'bigint']);
const fractions: ReadonlySet<ColumnDefinition['type']> = new Set(['decimal', 'float', 'money']);
const unsearchable: ReadonlySet<ColumnDefinition['type']> = new Set([
  'datetime',
  'uniqueidentifier',
  'primarykey',
  'bit',
]);

/**
 * The filter that a search text means: any column of the table's quick find view begins with it; `*` stands for
 * anything, also before it (Quick Find). Number columns are compared when the text is a number. A table without a quick
 * find view is searched by its primary name.
 * @returns nothing for an empty text, or when no column could have it
 */
export function searchFilter(table: TableDefinition, text: string): XmlElement | undefined {
  const wanted = text.trim();
  if (wanted === '') return undefined;
  const conditions = searchColumns(table).flatMap((name) => conditionFor(name, table.columns[name], wanted));
  return element('filter', { type: 'or', isquickfindfields: '1' }, conditions);
}

function searchColumns(table: TableDefinition): readonly string[] {
  const columns = table.views.find((view) => view.queryType === queryType.quickFind)?.quickFindColumns ?? [];
  if (columns.length > 0) return columns;
  return table.primaryName === undefined ? [] : [table.primaryName];
}

/** Names that are no column are the names of lookups and choices (`owneridname`): texts. */
function conditionFor(
  name: string,
  column: ColumnDefinition | undefined,
  text: string,
): readonly XmlElement[] {
  const type = column?.type ?? 'nvarchar';
  if (unsearchable.has(type)) return [];
  if (wholeNumbers.has(type)) return /^-?\d+$/.test(text) ? [condition(name, 'eq', text)] : [];
  if (fractions.has(type)) return /^-?\d+(\.\d+)?$/.test(text) ? [condition(name, 'eq', text)] : [];
  return [condition(name, 'like', likePattern(text))];
}

/** The query without the filter that a quick find view keeps for its texts: its `{0}` would be searched for as it is. */
export function withoutQuickFind(fetch: XmlElement): XmlElement {
  return changeEntity(fetch, withoutQuickFindFilters);
}

function withoutQuickFindFilters(parent: XmlElement): XmlElement {
  const children = parent.children
    .filter((child) => typeof child === 'string' || child.attributes['isquickfindfields'] === undefined)
    .map((child) => (typeof child === 'string' ? child : withoutQuickFindFilters(child)));
  return { ...parent, children };
}

/** `like` treats `%`, `_` and `[` as signs of its own: in brackets they stand for themselves. */
function likePattern(text: string): string {
  return `${text.replace(/[%_[]/g, '[$&]').replaceAll('*', '%')}%`.replace(/%+$/, '%');
}
