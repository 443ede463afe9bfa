import { text } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import { columnsOf, readWholeTables } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Forms in which rows are made: a required column that is not on them cannot be filled, and the row not saved. */
const making = /\/FormXml\/(main|quickCreate)\//;

/** The forms in which rows are made have every column that people must fill: own, required, without a default. */
export const required: Rule = {
  name: 'form/required',
  look: ({ files, forms }) => {
    const tables = new Map(readWholeTables(files).map((table) => [table.name, table]));
    return forms
      .filter(({ file }) => making.test(file))
      .flatMap(({ file, table, element }) => {
        const own = tables.get(table);
        const shown = new Set(below(element, 'control').map((control) => value(control, 'datafieldname')));
        return (own === undefined ? [] : columnsOf(own))
          .filter(({ element: column }) => text(column, 'RequiredLevel') === 'required')
          .map(({ name }) => ({
            file,
            problem: shown.has(name)
              ? undefined
              : `The form lacks ${name}, which is required. Add its cell, or correct RequiredLevel.`,
          }));
      });
  },
};
