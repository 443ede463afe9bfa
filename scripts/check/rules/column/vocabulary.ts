import { children } from '../../../solution/xml.js';
import { readColumns } from '../../read/readOwnTables.js';
import type { Rule } from '../../rule.js';

/** Names that the Web API's metadata has and the XML has not, and what says the same in the XML. */
const fromWebApi: Readonly<Record<string, string>> = {
  AttributeType: 'Type',
  AttributeTypeName: 'Type',
  SchemaName: 'the attribute PhysicalName',
  IsPrimaryName: 'PrimaryName in DisplayMask',
  IsPrimaryId: 'the Type primarykey',
  Targets: 'a relationship in Other/Relationships',
  DefaultValue: 'AppDefaultValue',
  DefaultFormValue: 'AppDefaultValue',
  OptionSet: 'optionset or OptionSetName',
  GlobalOptionSet: 'OptionSetName',
  DateTimeBehavior: 'Behavior',
  FormatName: 'Format',
  DisplayName: 'displaynames',
  Description: 'Descriptions',
  Precision: 'Accuracy',
};

/** A column is described in the words of the XML: import passes over others. */
export const vocabulary: Rule = {
  name: 'column/vocabulary',
  look: ({ files }) =>
    readColumns(files).flatMap(({ file, element, name, table }) => {
      const names = children(element).map(({ nodeName }) => nodeName);
      return names.map((part, index) => {
        const instead = fromWebApi[part];
        if (instead !== undefined)
          return {
            file,
            problem: `${table.schemaName}.${name} has ${part}, a word of the Web API. Write ${instead} in its place.`,
          };
        return {
          file,
          problem:
            names.indexOf(part) === index
              ? undefined
              : `${table.schemaName}.${name} says ${part} twice. Remove one.`,
        };
      });
    }),
};
