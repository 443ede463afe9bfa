import type { Element } from '@xmldom/xmldom';
import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import type { FormDefinition as FormSource } from '../../../dataverse/metadata/solution.js';
import { attributeOf, guid, labelsOf } from '../../../dataverse/metadata/xml.js';
import type { FormDefinition, FormSection, FormTab } from './formDefinition.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { at, flagAttribute, markupOf, numberAttribute } from '../markup.js';
import { readFormCell } from './readFormCell.js';
import { readFormEvents, readFormLibraries } from './readFormEvents.js';

/** Where a form stands whose DisplayConditions give no order. */
const lastInOrder = Number.MAX_SAFE_INTEGER;

/** A form with its layout, scripts and handlers. Throws Error for handlers whose parameters are no literals. */
export function readForm(form: FormSource, catalogue: Catalogue, languages: Languages): FormDefinition {
  const source = `Form ${form.id} of ${form.table}`;
  const root = markupOf(form, form.formXml, source);
  const cell = (element: Element) => readFormCell(element, form.table, catalogue, languages);
  return {
    id: form.id,
    name: localized(form.labels, languages) ?? form.id,
    table: form.table,
    type: form.type,
    tabs: at(root, 'tabs', 'tab').map((tab) => readTab(tab, cell, languages)),
    header: at(root, 'header', 'rows', 'row', 'cell').map(cell),
    libraries: readFormLibraries(root),
    events: readFormEvents(root, source),
  };
}

/** Where the form stands among those of its type: the first one is opened. */
export function formOrder(form: FormSource): number {
  const root = markupOf(form, form.formXml, `Form ${form.id} of ${form.table}`);
  const [conditions] = at(root, 'DisplayConditions');
  return (conditions && numberAttribute(conditions, 'Order')) ?? lastInOrder;
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
