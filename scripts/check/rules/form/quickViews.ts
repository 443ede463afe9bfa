import type { Element } from '@xmldom/xmldom';
import { guid, text } from '../../../solution/xml.js';
import { below, textIn, value } from '../../read/markup.js';
import { readRelationshipElements } from '../../read/readRelationships.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import { sourceFile } from '../../read/sourceFiles.js';
import type { Rule } from '../../rule.js';

/** Class id of a quick view ("FormXml: control element"). */
const quickView = '5c5600e0-1d6e-4205-a272-be80da87fd42';

/** A quick view shows forms that exist, of tables that its lookup leads to. */
export const quickViews: Rule = {
  name: 'form/quickViews',
  look: (solution) =>
    solution.forms.flatMap(({ file, table, element }) =>
      below(element, 'control')
        .filter((control) => guid(value(control, 'classid')) === quickView)
        .flatMap((control) =>
          shownForms(control).map((shown) => ({ file, problem: problemOf(control, table, shown, solution) })),
        ),
    ),
};

/** QuickForms is XML written as text. One that names no form is looked at too. */
function shownForms(control: Element): readonly (Element | undefined)[] {
  const xml = below(control, 'parameters').map((parameters) => text(parameters, 'QuickForms'))[0] ?? '';
  const shown = below(sourceFile('QuickForms.xml', xml).root, 'QuickFormId');
  return shown.length === 0 ? [undefined] : shown;
}

function problemOf(
  control: Element,
  table: string,
  shown: Element | undefined,
  { forms, files }: SolutionSource,
): string | undefined {
  const place = `Quick view ${value(control, 'id')}`;
  if (shown === undefined) return `${place} names no form. Write a QuickFormId into QuickForms.`;
  const form = forms.find(({ id, file }) => id === guid(textIn(shown)) && file.includes('/FormXml/quick/'));
  if (form === undefined)
    return `${place} shows the form ${textIn(shown)}, which is no quick view form of the solution. Correct QuickFormId.`;
  if (form.table !== value(shown, 'entityname'))
    return `${place} shows ${textIn(shown)} as one of ${value(shown, 'entityname')}; it is of ${form.table}. Correct entityname.`;
  const leads = readRelationshipElements(files).some(
    ({ element }) =>
      text(element, 'ReferencingEntityName').toLowerCase() === table &&
      text(element, 'ReferencedEntityName').toLowerCase() === form.table &&
      text(element, 'ReferencingAttributeName').toLowerCase() === value(control, 'datafieldname'),
  );
  return leads
    ? undefined
    : `${place} shows a form of ${form.table}, where ${value(control, 'datafieldname') || 'no column'} does not lead. Correct datafieldname.`;
}
