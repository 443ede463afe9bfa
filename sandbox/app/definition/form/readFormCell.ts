import type { Element } from '@xmldom/xmldom';
import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import type { Labels } from '../../../dataverse/metadata/model.js';
import { optional } from '../../../dataverse/metadata/optional.js';
import {
  attributeOf,
  childOf,
  childrenOf,
  guid,
  labelsOf,
  numberOf,
  parseXml,
  textOf,
} from '../../../dataverse/metadata/xml.js';
import { controlKind } from './controlKinds.js';
import type { FormCell, FormControl, QuickViewParameters, SubgridParameters } from './formDefinition.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { flagAttribute, numberAttribute } from '../markup.js';

/** Rows of a subgrid that does not say how many ("FormXml: RecordsPerPage"). */
const defaultRowsPerPage = 4;

/**
 * A cell of a section or of the header. A cell without a control is an empty place.
 *
 * @param table of the form; a dashboard has none
 */
export function readFormCell(
  cell: Element,
  table: string | undefined,
  catalogue: Catalogue,
  languages: Languages,
): FormCell {
  const control = childOf(cell, 'control');
  const read = control && readControl(control, table, catalogue);
  return {
    id: guid(attributeOf(cell, 'id') ?? ''),
    label: labelOf(labelsOf(cell, 'labels'), boundLabels(read, table, catalogue), languages),
    showLabel: flagAttribute(cell, 'showlabel', true),
    visible: flagAttribute(cell, 'visible', true),
    colspan: numberAttribute(cell, 'colspan') ?? 1,
    rowspan: numberAttribute(cell, 'rowspan') ?? 1,
    ...optional('control', read),
  };
}

function readControl(control: Element, table: string | undefined, catalogue: Catalogue): FormControl {
  const classId = guid(attributeOf(control, 'classid') ?? '');
  const column = attributeOf(control, 'datafieldname');
  const isKnown = column !== undefined && catalogue.tables.get(table ?? '')?.columns.has(column) === true;
  const parameters = childOf(control, 'parameters');
  const kind = controlKind(classId, isKnown);
  return {
    id: attributeOf(control, 'id') ?? column ?? '',
    kind,
    disabled: flagAttribute(control, 'disabled', false),
    ...(kind === 'field' ? optional('column', column) : {}),
    ...(kind === 'subgrid' ? { subgrid: readSubgrid(parameters) } : {}),
    ...(kind === 'quickform' ? { quickView: readQuickView(column ?? '', parameters) } : {}),
    classId,
  };
}

function readSubgrid(parameters: Element | undefined): SubgridParameters {
  const chartId = textOf(parameters, 'VisualizationId');
  const isOn = (name: string) => textOf(parameters, name)?.toLowerCase() === 'true';
  return {
    table: textOf(parameters, 'TargetEntityType') ?? '',
    viewId: guid(textOf(parameters, 'ViewId') ?? ''),
    ...optional('relationship', textOf(parameters, 'RelationshipName')),
    rowsPerPage: numberOf(parameters, 'RecordsPerPage') ?? defaultRowsPerPage,
    quickFind: isOn('EnableQuickFind'),
    viewPicker: isOn('EnableViewPicker'),
    ...(textOf(parameters, 'ChartGridMode') === 'Chart'
      ? {
          chart: {
            ...optional('id', chartId === undefined ? undefined : guid(chartId)),
            picker: isOn('EnableChartPicker'),
          },
        }
      : {}),
  };
}

/** `QuickForms` holds XML as text: `<QuickFormIds><QuickFormId entityname="contact">…</QuickFormId></QuickFormIds>`. */
function readQuickView(lookup: string, parameters: Element | undefined): QuickViewParameters {
  const text = textOf(parameters, 'QuickForms') ?? '<QuickFormIds/>';
  const forms = childrenOf(parseXml(text, `QuickForms of ${lookup}`), 'QuickFormId');
  return {
    lookup,
    forms: forms.map((form) => ({
      table: attributeOf(form, 'entityname') ?? '',
      formId: guid(form.textContent?.trim() ?? ''),
    })),
  };
}

/** The labels of what a control shows: its column, or the rows of its table. */
function boundLabels(
  control: FormControl | undefined,
  table: string | undefined,
  catalogue: Catalogue,
): Labels {
  const column = control?.column ?? control?.quickView?.lookup;
  if (column !== undefined) return catalogue.tables.get(table ?? '')?.columns.get(column)?.labels ?? {};
  return catalogue.tables.get(control?.subgrid?.table ?? '')?.collectionLabels ?? {};
}

/**
 * A form need not repeat the translations of its columns: a cell that has no label in the user's language has its
 * column's, and only where there is none either the cell's own in another language.
 */
function labelOf(own: Labels, bound: Labels, languages: Languages): string {
  return (
    own[languages.user] ??
    bound[languages.user] ??
    localized(own, languages) ??
    localized(bound, languages) ??
    ''
  );
}
