import type { Catalogue } from '../../../dataverse/metadata/catalogue.js';
import type { FormDefinition as FormSource } from '../../../dataverse/metadata/appComponents.js';
import type { FormDefinition } from './formDefinition.js';
import { localized } from '../language.js';
import type { Languages } from '../language.js';
import { at, markupOf, numberAttribute } from '../markup.js';
import { readFormCell } from './readFormCell.js';
import { readLayout } from './readLayout.js';
import { readFormEvents, readFormLibraries } from './readFormEvents.js';

/** Where a form stands whose DisplayConditions give no order. */
const lastInOrder = Number.MAX_SAFE_INTEGER;

/** A form with its layout, scripts and handlers. Throws Error for handlers whose parameters are no literals. */
export function readForm(form: FormSource, catalogue: Catalogue, languages: Languages): FormDefinition {
  const source = `Form ${form.id} of ${form.table}`;
  const root = markupOf(form, form.formXml, source);
  return {
    id: form.id,
    name: localized(form.labels, languages) ?? form.id,
    table: form.table,
    type: form.type,
    tabs: readLayout(root, form.table, catalogue, languages),
    header: at(root, 'header', 'rows', 'row', 'cell').map((cell) =>
      readFormCell(cell, form.table, catalogue, languages),
    ),
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
