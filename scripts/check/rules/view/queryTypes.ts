import { text } from '../../../solution/xml.js';
import { readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Views that every table has, one of each as the default ("SavedQuery: querytype"). */
const kinds: Readonly<Record<string, string>> = {
  '0': 'public view',
  '1': 'advanced find view',
  '2': 'associated view',
  '4': 'quick find view',
  '64': 'lookup view',
};

/** A table has one default view of every kind; those it lacks, the server makes, with names of its own. */
export const queryTypes: Rule = {
  name: 'view/queryTypes',
  look: ({ files, views }) => [
    ...readWholeTables(files).flatMap(({ file, name, schemaName }) =>
      Object.entries(kinds).map(([type, what]) => {
        const defaults = views.filter(
          ({ table, element }) =>
            table === name && text(element, 'querytype') === type && text(element, 'isdefault') === '1',
        );
        return {
          file,
          problem:
            defaults.length === 1
              ? undefined
              : `${schemaName} has ${defaults.length} default views of the kind ${what} (querytype ${type}). Set isdefault of one.`,
        };
      }),
    ),
    ...views.map(({ file, element }) => {
      const isQuickFind = text(element, 'querytype') === '4';
      return {
        file,
        problem:
          (text(element, 'isquickfindquery') === '1') === isQuickFind
            ? undefined
            : `isquickfindquery and querytype ${text(element, 'querytype') || '(none)'} do not agree. Write 1 with querytype 4, else 0.`,
      };
    }),
  ],
};
