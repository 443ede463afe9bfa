import type { Element } from '@xmldom/xmldom';
import { below, value } from '../../read/markup.js';
import type { Table } from '../../read/schema.js';
import type { Rule } from '../../rule.js';

/** Events of a form that handlers can stand at ("FormXml: event element"). */
const known: ReadonlySet<string> = new Set(['onload', 'onsave', 'onchange', 'tabstatechange']);

/** An event exists and is active, else its handlers are never called; onchange is that of a column. */
export const events: Rule = {
  name: 'form/events',
  look: ({ forms, tables }) =>
    forms.flatMap(({ file, table, element }) =>
      below(element, 'event').map((event) => ({ file, problem: problemOf(event, tables.get(table)) })),
    ),
};

function problemOf(event: Element, table: Table | undefined): string | undefined {
  const name = value(event, 'name');
  if (!known.has(name))
    return `The form has an event ${name || '(none)'}, which never happens. Use one of ${[...known].join(', ')}.`;
  if (value(event, 'active') !== 'true') return `The event ${name} is not active. Write active="true".`;
  if (below(event, 'Handler').length === 0)
    return `The event ${name} has no handlers. Add one, or remove the event.`;
  const column = value(event, 'attribute');
  return name !== 'onchange' || table?.columns.has(column) === true
    ? undefined
    : `The event onchange is that of ${column || '(nothing)'}, which is no column. Correct attribute.`;
}
