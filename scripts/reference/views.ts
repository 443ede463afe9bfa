import { basename, join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { entries } from '../solution/entries.js';
import { child, children, label, readXml, text } from '../solution/xml.js';

/** A list of rows that the solution brings. */
export interface View {
  /** Logical name of the table, in lower case. */
  readonly table: string;
  readonly label: string;
  readonly description: string;
  /** Where it is used: `list`, `lookup` … */
  readonly use: string;
  /** Logical names, in their order. */
  readonly columns: readonly string[];
}

/** querytype of savedquery ("savedquery EntityType": Query Type). */
const uses: Readonly<Record<string, string>> = {
  '0': 'list',
  '1': 'advanced find',
  '2': 'associated',
  '4': 'quick find',
  '64': 'lookup',
};

/** All views of an unpacked solution: those one chooses from a list first. */
export function readViews(source: string): readonly View[] {
  return entries(join(source, 'Entities'))
    .flatMap((folder) =>
      entries(join(folder, 'SavedQueries')).flatMap((file) =>
        children(readXml(file), 'savedquery').map((query) => readView(query, basename(folder).toLowerCase())),
      ),
    )
    .sort((a, b) => Number(a.use !== 'list') - Number(b.use !== 'list') || (a.label < b.label ? -1 : 1));
}

const readView = (query: Element, table: string): View => ({
  table,
  label: label(query, 'LocalizedNames', 'LocalizedName'),
  description: label(query, 'Descriptions', 'Description'),
  use: uses[text(query, 'querytype')] ?? text(query, 'querytype'),
  columns: children(child(query, 'layoutxml', 'grid', 'row'), 'cell').map(
    (cell) => cell.getAttribute('name') ?? '',
  ),
});
