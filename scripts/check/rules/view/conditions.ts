import type { Element } from '@xmldom/xmldom';
import { children, text } from '../../../solution/xml.js';
import { below, textIn, value } from '../../read/markup.js';
import type { Table } from '../../read/schema.js';
import type { IdentifiedComponent } from '../../read/solutionSource.js';
import type { Looked, Rule } from '../../rule.js';

/** Operators that compare with the value or the values of the condition ("FetchXml: operator"). */
const comparing =
  /^(eq|ne|neq|gt|ge|lt|le|like|not-like|in|not-in|between|not-between|(last|next|olderthan)-x-.*)$/;

/** Operators whose values are those of the column. */
const equal: ReadonlySet<string> = new Set(['eq', 'ne', 'neq', 'in', 'not-in']);

/**
 * A condition that compares has something to compare with, for a choice one of its values; and a quick find view looks for
 * what is typed, `{0}`, in the columns of a filter that says isquickfindfields.
 */
export const conditions: Rule = {
  name: 'view/conditions',
  look: ({ views, tables }) => views.flatMap((view) => [...quickFind(view), ...compared(view, tables)]),
};

function quickFind({ file, element }: IdentifiedComponent): readonly Looked[] {
  if (text(element, 'querytype') !== '4') return [];
  const typed = below(element, 'filter')
    .filter((filter) => value(filter, 'isquickfindfields') === '1')
    .flatMap((filter) => children(filter, 'condition'));
  const right = typed.length > 0 && typed.every((condition) => value(condition, 'value') === '{0}');
  const problem =
    'The quick find view does not look for what is typed. Write a filter with isquickfindfields="1", and value="{0}" in each of its conditions.';
  return [{ file, problem: right ? undefined : problem }];
}

function compared(
  { file, element }: IdentifiedComponent,
  tables: ReadonlyMap<string, Table>,
): readonly Looked[] {
  return below(element, 'condition')
    .filter((condition) => comparing.test(value(condition, 'operator')))
    .map((condition) => {
      const column = value(condition, 'attribute');
      const options = tables.get(tableOf(condition))?.columns.get(column)?.options;
      const values = [value(condition, 'value'), ...children(condition, 'value').map(textIn)].slice(
        condition.hasAttribute('value') ? 0 : 1,
      );
      const allowed = equal.has(value(condition, 'operator')) ? options : undefined;
      const wrong = values.find((one) => one === '' || allowed?.has(one) === false);
      return {
        file,
        problem:
          values.length > 0 && wrong === undefined
            ? undefined
            : `fetchxml compares ${column} with ${wrong || 'nothing'}, which it never is. ${allowed === undefined ? 'Write a value.' : `Its values: ${[...allowed].join(', ')}.`}`,
      };
    });
}

/** Name of the table whose filter a condition stands in; empty for one on the alias of a link. */
function tableOf(condition: Element): string {
  const parent = condition.parentNode as Element | null;
  if (parent === null || condition.hasAttribute('entityname')) return '';
  return parent.nodeName === 'filter' ? tableOf(parent) : value(parent, 'name');
}
