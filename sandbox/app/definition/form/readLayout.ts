import type { Element } from '@xmldom/xmldom';
import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import { attributeOf, guid, labelsOf } from '../../../dataverse/metadata/xml.js';
import type { FormSection, FormTab } from './formDefinition.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { at, flagAttribute } from '../markup.js';
import { readFormCell } from './readFormCell.js';

/**
 * The tabs of a form or a dashboard, with their sections and cells.
 *
 * @param root the `form` element
 * @param table of the form; a dashboard has none
 */
export function readLayout(
  root: Element,
  table: string | undefined,
  catalogue: Catalogue,
  languages: Languages,
): FormTab[] {
  const cell = (element: Element) => readFormCell(element, table, catalogue, languages);
  return at(root, 'tabs', 'tab').map((tab) => readTab(tab, cell, languages));
}

type ReadCell = (cell: Element) => ReturnType<typeof readFormCell>;

function readTab(tab: Element, cell: ReadCell, languages: Languages): FormTab {
  return {
    ...namesOf(tab, languages),
    columns: at(tab, 'columns', 'column').map((column) => ({
      width: attributeOf(column, 'width') ?? '100%',
      sections: at(column, 'sections', 'section').map((section) => readSection(section, cell, languages)),
    })),
  };
}

function readSection(section: Element, cell: ReadCell, languages: Languages): FormSection {
  return {
    ...namesOf(section, languages),
    columns: columnCount(attributeOf(section, 'columns') ?? '1'),
    rows: at(section, 'rows', 'row').map((row) => at(row, 'cell').map(cell)),
  };
}

/** What tabs and sections have in common. */
function namesOf(element: Element, languages: Languages) {
  return {
    id: guid(attributeOf(element, 'id') ?? ''),
    name: attributeOf(element, 'name') ?? '',
    label: localized(labelsOf(element, 'labels'), languages) ?? '',
    showLabel: flagAttribute(element, 'showlabel', true),
    visible: flagAttribute(element, 'visible', true),
  };
}

/** FormXml says how many columns a section has by a 1 for each (`111`), or by their number. */
function columnCount(columns: string): number {
  return /^1+$/.test(columns) ? columns.length : Number(columns);
}
