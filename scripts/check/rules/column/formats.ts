import { child } from '../../../solution/xml.js';
import { textIn } from '../../read/markup.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Formats by type, as exports spell them; empty is the plain one. */
const formatsByType: Readonly<Record<string, readonly string[]>> = {
  nvarchar: ['text', 'textarea', 'url', 'phone', 'email', 'tickersymbol'],
  ntext: ['', 'text', 'textarea', 'richtext'],
  int: ['', 'none', 'duration', 'timezone', 'language', 'locale'],
  datetime: ['date', 'datetime'],
};

/** A column has a format of its type. */
export const formats: Rule = {
  name: 'column/formats',
  look: ({ files }) =>
    readColumns(files).flatMap(({ file, element, name, type, table }) => {
      const allowed = formatsByType[type];
      if (allowed === undefined) return [];
      const format = child(element, 'Format');
      return {
        file,
        problem:
          format !== undefined && allowed.includes(textIn(format))
            ? undefined
            : `${table.schemaName}.${name} has the Format ${format === undefined ? '(none)' : textIn(format)}. A column of type ${type} has one of ${allowed.filter(Boolean).join(', ')}.`,
      };
    }),
};
