import { text } from '../../../solution/xml.js';
import { readColumns, type TableColumn } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/**
 * A date says how time zones are taken: 1 by the user's, 2 no time at all, 3 as it was typed
 * ("DateTimeAttributeMetadata.DateTimeBehavior").
 */
export const dates: Rule = {
  name: 'column/dates',
  look: ({ files }) =>
    readColumns(files)
      .filter(({ type }) => type === 'datetime')
      .map((column) => ({ file: column.file, problem: problemOf(column) })),
};

function problemOf({ element, name, table }: TableColumn): string | undefined {
  const place = `${table.schemaName}.${name}`;
  const behavior = text(element, 'Behavior');
  if (!/^[123]$/.test(behavior)) return `${place} has the Behavior ${behavior || '(none)'}. Write 1, 2 or 3.`;
  if (behavior === '2' && text(element, 'Format') !== 'date')
    return `${place} has no time (Behavior 2) and another Format than date. Write <Format>date</Format>.`;
  return /^[01]$/.test(text(element, 'CanChangeDateTimeBehavior'))
    ? undefined
    : `${place} does not say CanChangeDateTimeBehavior. Write 0 or 1.`;
}
