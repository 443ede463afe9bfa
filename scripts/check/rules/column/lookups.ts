import { child, text } from '../../../solution/xml.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Styles of columns that lead to other rows. */
const styles: Readonly<Record<string, readonly string[]>> = {
  lookup: ['single', 'polymorphic'],
  owner: ['single'],
  partylist: ['single', 'multi'],
};

/**
 * A lookup has a style, and no LookupTypes: those are numbers of tables, and its relationship says where it leads.
 */
export const lookups: Rule = {
  name: 'column/lookups',
  look: ({ files }) =>
    readColumns(files).flatMap(({ file, element, name, type, table }) => {
      const allowed = styles[type];
      if (allowed === undefined) return [];
      const place = `${table.schemaName}.${name}`;
      const style = text(element, 'LookupStyle');
      if (!allowed.includes(style))
        return {
          file,
          problem: `${place} has the LookupStyle ${style || '(none)'}. Write ${allowed.join(' or ')}.`,
        };
      return {
        file,
        problem:
          child(element, 'LookupTypes')?.hasChildNodes() === false
            ? undefined
            : `${place} has not an empty LookupTypes. Write <LookupTypes />: its relationship says where it leads.`,
      };
    }),
};
