import { value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';
import { inRibbons } from './commandElements.js';

/** All that a CrmParameter may ask for (RibbonTypes.xsd, CrmParameterValue). */
const known: ReadonlySet<string> = new Set([
  'PrimaryEntityTypeCode',
  'PrimaryEntityTypeName',
  'PrimaryItemIds',
  'FirstPrimaryItemId',
  'PrimaryControl',
  'PrimaryControlId',
  'SelectedEntityTypeCode',
  'SelectedEntityTypeName',
  'FirstSelectedItemId',
  'SelectedControl',
  ...['SelectedItem', 'AllItem', 'UnselectedItem'].flatMap((items) =>
    ['Count', 'Ids', 'References'].map((form) => `SelectedControl${items}${form}`),
  ),
  'OrgName',
  'OrgLcid',
  'UserLcid',
  'CommandProperties',
]);

/** A CrmParameter that Dataverse does not know breaks all commands of the table. */
export const parameters: Rule = {
  name: 'ribbon/parameters',
  look: ({ ribbons }) =>
    inRibbons(ribbons, 'CrmParameter').map(({ file, element }) => {
      const name = value(element, 'Value');
      return {
        file,
        problem: known.has(name)
          ? undefined
          : `There is no CrmParameter ${name}. Use one of ${[...known].join(', ')}.`,
      };
    }),
};
