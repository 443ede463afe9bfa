import { errors } from '../../errors.js';
import type { Catalogue } from '../../metadata/catalogue.js';
import type { ColumnPath, Comparison, Exists, Filter } from '../model.js';
import type { LinkNames } from './aliases.js';
import { requiredAttribute, requireKnown, type FetchElement } from './element.js';
import { namedTable } from './entity.js';

/** Where a filter stands: the link it is in (undefined at the root) and the names it may use. */
export interface FilterContext {
  readonly catalogue: Catalogue;
  readonly names: LinkNames;
  readonly link: string | undefined;
}

const conditionAttributes = new Set([
  'attribute',
  'operator',
  'value',
  'valueof',
  'entityname',
  'uiname',
  'uitype',
  'uihidden',
]);
const filterAttributes = new Set([
  'type',
  'isquickfindfields',
  'overridequickfindrecordlimitenabled',
  'hint',
  'bypassquickfind',
]);
const relatedAttributes = new Set(['name', 'from', 'to', 'alias', 'link-type', 'intersect', 'visible']);
const comparisons: ReadonlyMap<string, Comparison> = new Map(
  (['eq', 'ne', 'gt', 'ge', 'lt', 'le'] as const).map((name) => [name, name]),
);

/** All `filter` children of an element; several are joined by and. Undefined when there is none. */
export function filtersOf(element: FetchElement, context: FilterContext): Filter | undefined {
  const parts = element.children
    .filter(({ name }) => name === 'filter')
    .map((filter) => readFilter(filter, context));
  return parts.length > 1 ? { kind: 'and', parts } : parts[0];
}

function readFilter(element: FetchElement, context: FilterContext): Filter {
  requireKnown(element, filterAttributes, new Set(['condition', 'filter', 'link-entity']));
  const type = element.attributes.get('type') ?? 'and';
  if (type !== 'and' && type !== 'or')
    throw errors.invalidArgument(`The filter type '${type}' is not valid.`);
  const parts = element.children.map((child) => {
    if (child.name === 'filter') return readFilter(child, context);
    return child.name === 'condition' ? readCondition(child, context) : readRelated(child, context);
  });
  // A filter without conditions filters nothing, even when it joins by or.
  return { kind: parts.length === 0 ? 'and' : type, parts };
}

function readCondition(element: FetchElement, context: FilterContext): Filter {
  requireKnown(element, conditionAttributes, new Set(['value']));
  const entity = element.attributes.get('entityname');
  const link = entity === undefined ? context.link : context.names.resolve(entity);
  const path = pathIn(link, requiredAttribute(element, 'attribute'));
  const operator = requiredAttribute(element, 'operator');
  const other = element.attributes.get('valueof');
  if (other !== undefined) return compareColumns(path, operator, other, context);
  const value = element.attributes.get('value');
  const values = element.children.map((child) => {
    requireKnown(child, new Set(['uiname', 'uitype']));
    return child.text;
  });
  return { kind: 'condition', path, operator, values: value === undefined ? values : [value, ...values] };
}

function compareColumns(left: ColumnPath, name: string, valueOf: string, context: FilterContext): Filter {
  const operator = comparisons.get(name === 'neq' ? 'ne' : name);
  if (operator === undefined)
    throw errors.invalidArgument(`The operator '${name}' does not compare columns.`);
  const [first = '', second] = valueOf.split('.');
  const right =
    second === undefined ? pathIn(context.link, first) : pathIn(context.names.resolve(first), second);
  return { kind: 'compare', left, operator, right };
}

/** A link-entity inside a filter: rows for which a related row exists, or does not. */
function readRelated(element: FetchElement, context: FilterContext): Exists {
  requireKnown(element, relatedAttributes, new Set(['filter', 'attribute', 'order']));
  const type = element.attributes.get('link-type');
  if (type !== 'any' && type !== 'not any')
    throw errors.notEmulated(`the link-type '${type ?? 'inner'}' in a filter`);
  const table = namedTable(element, context.catalogue);
  const alias = context.names.add(element, table.logicalName);
  const filter = filtersOf(element, { ...context, link: alias });
  return {
    kind: 'exists',
    negated: type === 'not any',
    links: [
      {
        alias,
        ...(context.link === undefined ? {} : { parent: context.link }),
        table: table.logicalName,
        fromColumn: requiredAttribute(element, 'from'),
        toColumn: requiredAttribute(element, 'to'),
        join: 'inner',
        columns: 'none',
      },
    ],
    ...(filter === undefined ? {} : { filter }),
  };
}

/** A column in a link, or in the root table. */
export function pathIn(link: string | undefined, column: string): ColumnPath {
  return link === undefined ? { column } : { link, column };
}
