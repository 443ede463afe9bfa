import { text } from '../../../solution/xml.js';
import { isOneToMany, readRelationshipElements } from '../../read/readRelationships.js';
import type { Rule } from '../../rule.js';

/** What may happen to the rows that refer to a row when something is done to it ("CascadeType"). */
const byAction: Readonly<Record<string, readonly string[]>> = {
  CascadeAssign: ['NoCascade', 'Cascade', 'Active', 'UserOwned'],
  CascadeDelete: ['NoCascade', 'Cascade', 'RemoveLink', 'Restrict'],
  CascadeReparent: ['NoCascade', 'Cascade', 'Active', 'UserOwned'],
  CascadeShare: ['NoCascade', 'Cascade', 'Active', 'UserOwned'],
  CascadeUnshare: ['NoCascade', 'Cascade', 'Active', 'UserOwned'],
};

/** A one-to-many relationship says for each action what becomes of the rows that refer. */
export const cascades: Rule = {
  name: 'relationship/cascades',
  look: ({ files }) =>
    readRelationshipElements(files)
      .filter(isOneToMany)
      .flatMap(({ file, element, name }) =>
        Object.entries(byAction).map(([action, allowed]) => {
          const found = text(element, action);
          return {
            file,
            problem: allowed.includes(found)
              ? undefined
              : `${action} of ${name} is ${found || '(none)'}. Write ${allowed.join(', ')}.`,
          };
        }),
      ),
};
