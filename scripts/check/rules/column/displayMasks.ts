import { text } from '../../../solution/xml.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Words of DisplayMask (CustomizationsSolution.xsd, and exports). */
const known: ReadonlySet<string> = new Set([
  ...[
    'PrimaryName',
    'ActivityPointerRegardingName',
    'QueueItemTitle',
    'ObjectTypeCode',
    'ActivityRegardingName',
  ],
  ...['ValidForAdvancedFind', 'ValidForForm', 'ValidForGrid', 'RequiredForForm', 'RequiredForGrid'],
]);

/** DisplayMask is a list of words that Dataverse knows. */
export const displayMasks: Rule = {
  name: 'column/displayMasks',
  look: ({ files }) =>
    readColumns(files).flatMap(({ file, element, name, table }) =>
      words(text(element, 'DisplayMask')).map((word) => ({
        file,
        problem: known.has(word)
          ? undefined
          : `DisplayMask of ${table.schemaName}.${name} has ${word}, which Dataverse does not know. Use ${[...known].join(', ')}.`,
      })),
    ),
};

const words = (mask: string): readonly string[] => (mask === '' ? [] : mask.split('|'));
