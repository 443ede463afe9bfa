import type { Element } from '@xmldom/xmldom';
import type { Json } from '../../environment/environment.js';
import type { ChoiceSource, OptionSource } from './wanted.js';
import { labelOf } from './label.js';
import { describeOption, readOptions } from './options.js';

/** A global choice, from its file in OptionSets (Web API: create and update choices). */
export function readChoice(optionSet: Element): ChoiceSource {
  const name = optionSet.getAttribute('Name') ?? '';
  const options = readOptions(optionSet);
  return {
    name,
    options,
    definition: {
      '@odata.type': 'Microsoft.Dynamics.CRM.OptionSetMetadata',
      Name: name,
      DisplayName: labelOf(optionSet, 'displaynames'),
      Description: labelOf(optionSet, 'Descriptions'),
      IsGlobal: true,
      OptionSetType: 'Picklist',
      Options: options.map(describeOption),
    },
  };
}

/** Options of a column's own, as they are created with it: a list, or the two of a yes-and-no column. */
export function describeOwnOptions(isBoolean: boolean, options: readonly OptionSource[]): Json {
  if (!isBoolean) {
    return {
      '@odata.type': 'Microsoft.Dynamics.CRM.OptionSetMetadata',
      IsGlobal: false,
      OptionSetType: 'Picklist',
      Options: options.map(describeOption),
    };
  }
  const option = (value: number): Json => {
    const found = options.find((candidate) => candidate.value === value);
    return found === undefined ? { Value: value } : describeOption(found);
  };
  return {
    '@odata.type': 'Microsoft.Dynamics.CRM.BooleanOptionSetMetadata',
    OptionSetType: 'Boolean',
    TrueOption: option(1),
    FalseOption: option(0),
  };
}
