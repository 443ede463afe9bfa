import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Element } from '@xmldom/xmldom';
import { entries } from '../../scripts/solution/entries.js';
import { child, children, readXml, text } from '../../scripts/solution/xml.js';

/** The unpacked solution under test. */
export const source = fileURLToPath(new URL('../../solution/src', import.meta.url));

/** Root element of a file of the solution. */
export const root = (...path: readonly string[]): Element => readXml(join(source, ...path));

/** A file of the solution as it stands. */
export const content = (...path: readonly string[]): string => readFileSync(join(source, ...path), 'utf8');

/** All elements with a name below another one. */
export const descendants = (element: Element, name: string): readonly Element[] =>
  Array.from(element.getElementsByTagName(name));

/** An attribute's value; empty when there is none. */
export const value = (element: Element | undefined, attribute: string): string =>
  element?.getAttribute(attribute) ?? '';

const inEntities: readonly Element[] = entries(join(source, 'Entities')).map((folder) =>
  readXml(join(folder, 'Entity.xml')),
);

/** The solution's own tables: logical name → `entity` element. */
export const tables: ReadonlyMap<string, Element> = new Map(
  inEntities.flatMap((table) => {
    const entity = child(table, 'EntityInfo', 'entity');
    return entity === undefined ? [] : [[value(entity, 'Name').toLowerCase(), entity] as const];
  }),
);

/** Tables of the platform that the solution adds commands and forms to, and nothing else: logical names. */
export const shells: readonly string[] = inEntities
  .filter((table) => child(table, 'EntityInfo') === undefined)
  .map((table) => text(table, 'Name').toLowerCase());

/** Columns of a table: logical name → `attribute` element. */
export const columnsOf = (table: string): ReadonlyMap<string, Element> =>
  new Map(
    children(child(tables.get(table), 'attributes'), 'attribute').map((column) => [
      text(column, 'LogicalName'),
      column,
    ]),
  );

/** Every column of every table, with a name for messages. */
export const allColumns: readonly (readonly [string, Element])[] = [...tables.keys()].flatMap((table) =>
  [...columnsOf(table)].map(([name, column]) => [`${table}.${name}`, column] as const),
);

/** Relationship definitions, from every file. */
export const relationships: readonly Element[] = entries(join(source, 'Other', 'Relationships')).flatMap(
  (file) => children(readXml(file), 'EntityRelationship'),
);

/** Forms, views or charts of a table, as root elements of their files. */
export const formsOf = (table: string, type = 'main'): readonly Element[] =>
  entries(join(source, 'Entities', table, 'FormXml', type)).map(readXml);
export const viewsOf = (table: string): readonly Element[] =>
  entries(join(source, 'Entities', table, 'SavedQueries')).map(readXml);
export const chartsOf = (table: string): readonly Element[] =>
  entries(join(source, 'Entities', table, 'Visualizations')).map(readXml);

/** Dashboards, as root elements of their files. */
export const dashboards: readonly Element[] = entries(join(source, 'Dashboards')).map(readXml);

/** Class id of the control that shows a row's quick view form ("FormXml: control element"). */
export const quickViewClass = '{5C5600E0-1D6E-4205-A272-BE80DA87FD42}';
