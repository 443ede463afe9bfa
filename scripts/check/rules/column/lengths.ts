import { number } from '../../../solution/xml.js';
import { readColumns, type TableColumn } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Characters a column of text may have ("StringAttributeMetadata.MaxLength", "MemoAttributeMetadata.MaxLength"). */
const most: Readonly<Record<string, number>> = { nvarchar: 4000, ntext: 1_048_576 };

/** Bytes that activitypointer keeps for the subject of any activity, whatever its MaxLength (as exports of them say). */
const subjectLength = 1600;

/** A text has a MaxLength, in characters; the Length beside it, in bytes, is twice that. */
export const lengths: Rule = {
  name: 'column/lengths',
  look: ({ files }) =>
    readColumns(files)
      .filter(({ type }) => Object.hasOwn(most, type))
      .map((column) => ({ file: column.file, problem: problemOf(column) })),
};

function problemOf({ element, name, type, table }: TableColumn): string | undefined {
  const place = `${table.schemaName}.${name}`;
  const maxLength = number(element, 'MaxLength') ?? 0;
  const limit = most[type] ?? 0;
  if (!Number.isInteger(maxLength) || maxLength < 1 || maxLength > limit)
    return `${place} has the MaxLength ${maxLength || '(none)'}. Write 1 to ${limit}.`;
  const length = number(element, 'Length');
  const expected = table.isActivity && name === 'subject' ? subjectLength : 2 * maxLength;
  return (type === 'ntext' && length === undefined) || length === expected
    ? undefined
    : `${place} has the Length ${length ?? '(none)'}. Write ${expected}, the bytes of ${expected / 2} characters.`;
}
