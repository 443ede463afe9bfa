import { text } from '../../../solution/xml.js';
import { readColumns, type TableColumn } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** What an own column says, so that clients can write it, and makers put it into views, forms and searches. */
const flags = ['ValidForCreateApi', 'ValidForUpdateApi'] as const;
const places = ['ValidForAdvancedFind', 'ValidForForm', 'ValidForGrid'] as const;

/** Every column can be read, and an own one created, written and shown (AttributeMetadata: IsValidForUpdate). */
export const usable: Rule = {
  name: 'column/usable',
  look: ({ files }) =>
    readColumns(files).map((column) => ({ file: column.file, problem: problemOf(column) })),
};

function problemOf({ element, name, table }: TableColumn): string | undefined {
  const isOwn = text(element, 'IsCustomField') === '1';
  const off = ['ValidForReadApi', ...(isOwn ? flags : [])].find((flag) => text(element, flag) !== '1');
  if (off !== undefined) return `${table.schemaName}.${name} does not say ${off}. Write <${off}>1</${off}>.`;
  if (isOwn && text(element, 'RequiredLevel') === 'systemrequired')
    return `${table.schemaName}.${name} is systemrequired, as columns of the platform alone are. Write required.`;
  const mask = text(element, 'DisplayMask').split('|');
  const missing = isOwn ? places.find((place) => !mask.includes(place)) : undefined;
  return missing && `DisplayMask of ${table.schemaName}.${name} lacks ${missing}. Add it.`;
}
