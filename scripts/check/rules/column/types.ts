import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Types as the customizations XML spells them ("Solution component file reference: Entity"). */
const known: ReadonlySet<string> = new Set([
  ...[
    'primarykey',
    'uniqueidentifier',
    'nvarchar',
    'ntext',
    'int',
    'bigint',
    'decimal',
    'float',
    'money',
    'bit',
  ],
  ...['datetime', 'picklist', 'multiselectpicklist', 'state', 'status', 'lookup', 'owner', 'customer'],
  ...['partylist', 'virtual', 'image', 'file'],
]);

/** What the Web API calls them (AttributeTypeCode), and how the XML does. */
const fromWebApi: Readonly<Record<string, string>> = {
  string: 'nvarchar',
  memo: 'ntext',
  integer: 'int',
  boolean: 'bit',
  dateandtime: 'datetime',
  dateonly: 'datetime',
  choice: 'picklist',
  optionset: 'picklist',
  multiselectoptionset: 'multiselectpicklist',
  double: 'float',
  currency: 'money',
  guid: 'uniqueidentifier',
};

/** A column is of a type that the customizations XML has, spelled its way. */
export const types: Rule = {
  name: 'column/types',
  look: ({ files }) =>
    readColumns(files).map(({ file, name, type, table }) => {
      const meant =
        fromWebApi[type.toLowerCase()] ?? (known.has(type.toLowerCase()) ? type.toLowerCase() : undefined);
      return {
        file,
        problem: known.has(type)
          ? undefined
          : `${table.schemaName}.${name} is of type ${type || '(none)'}, which the XML has not. Write ${meant ?? `one of ${[...known].join(', ')}`}.`,
      };
    }),
};
