import type { Element } from '@xmldom/xmldom';
import { child, children } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import type { Table } from '../../read/schema.js';
import type { IdentifiedComponent, SolutionSource } from '../../read/solutionSource.js';
import type { Looked, Rule } from '../../rule.js';

/**
 * Types whose columns have a second one with the words to the value, which may be searched and sorted:
 * `inv_contactidname`.
 */
const withName: ReadonlySet<string> = new Set([
  'lookup',
  'customer',
  'owner',
  'picklist',
  'state',
  'status',
  'bit',
]);

/** A view asks for tables and columns that exist, and shows columns that it asks for. */
export const columns: Rule = {
  name: 'view/columns',
  look: (solution) =>
    solution.views.flatMap((view) => {
      const [entity, second] = below(view.element, 'entity');
      if (entity === undefined || second !== undefined || value(entity, 'name') !== view.table)
        return [
          {
            file: view.file,
            problem: `The view asks for no rows of ${view.table} alone. Write one <entity name="${view.table}"> into fetchxml.`,
          },
        ];
      return [...askedOf(view.file, entity, solution), ...shown(view, entity)];
    }),
};

/** What is asked of a table, and of those linked to it. */
function askedOf(file: string, entity: Element, solution: SolutionSource, from?: Table): readonly Looked[] {
  const name = value(entity, 'name');
  const table = solution.tables.get(name);
  if (table === undefined)
    return [{ file, problem: `fetchxml links to ${name}, which is no table. Correct the name.` }];
  return [
    ...links(file, entity, table, from),
    ...columnNames(entity).map(({ element, column }) => ({
      file,
      problem: has(table, column, element.nodeName !== 'attribute')
        ? undefined
        : `fetchxml has the ${element.nodeName} ${column}, which is no column of ${name}. Correct or remove it.`,
    })),
    ...children(entity, 'link-entity').flatMap((link) => askedOf(file, link, solution, table)),
  ];
}

/** `from` is a column of the linked table, `to` one of the table it is linked to. */
function links(file: string, link: Element, table: Table, outer: Table | undefined): readonly Looked[] {
  if (outer === undefined) return [];
  return (
    [
      ['from', table],
      ['to', outer],
    ] as const
  ).map(([end, of]) => ({
    file,
    problem: has(of, value(link, end), false)
      ? undefined
      : `fetchxml links ${outer.name} to ${table.name} by ${end}="${value(link, end)}", which is no column of ${of.name}. Correct it.`,
  }));
}

/**
 * Columns named by an entity or a link itself, not by the links in it. Conditions on a link's alias are the link's.
 */
function columnNames(entity: Element) {
  return [
    ...children(entity, 'attribute').map((element) => ({ element, column: value(element, 'name') })),
    ...children(entity, 'order').map((element) => ({ element, column: value(element, 'attribute') })),
    ...children(entity, 'filter')
      .flatMap((filter) => below(filter, 'condition'))
      .filter((condition) => !condition.hasAttribute('entityname'))
      .map((element) => ({ element, column: value(element, 'attribute') })),
  ];
}

function has(table: Table, name: string, orItsName: boolean): boolean {
  if (table.columns.has(name)) return true;
  const base = table.columns.get(name.replace(/name$/, ''));
  return orItsName && base !== undefined && withName.has(base.type);
}

/** Cells show columns of the query; those of a link are written `alias.column`. */
function shown({ file, element }: IdentifiedComponent, entity: Element): readonly Looked[] {
  const asked = new Set(children(entity, 'attribute').map((attribute) => value(attribute, 'name')));
  for (const link of below(entity, 'link-entity'))
    for (const attribute of children(link, 'attribute'))
      asked.add(`${value(link, 'alias')}.${value(attribute, 'name')}`);
  return below(child(element, 'layoutxml'), 'cell').map((cell) => ({
    file,
    problem: asked.has(value(cell, 'name'))
      ? undefined
      : `layoutxml shows ${value(cell, 'name')}, which fetchxml does not ask for. Add its attribute, or remove the cell.`,
  }));
}
