import { metadataId } from '../../../metadata/metadataId.js';
import type { Choice, ChoiceOption } from '../../../metadata/model.js';
import type { Json } from '../json.js';
import type { MetadataEntity } from '../metadataEntity.js';
import { label, managed, type Languages } from './label.js';

/** Kinds of option sets, as the metadata names them. */
type Kind = 'Picklist' | 'State' | 'Status' | 'Boolean';

/** A choice with its options: `OptionSetMetadata`, or `BooleanOptionSetMetadata` for a two-option column. */
export function describeOptionSet(choice: Choice, kind: Kind, languages: Languages): MetadataEntity {
  const common = {
    MetadataId: metadataId('optionset', choice.name),
    Name: choice.name,
    OptionSetType: kind,
    IsGlobal: choice.isGlobal,
    IsCustomOptionSet: choice.name.includes('_') && choice.isGlobal,
    IsManaged: false,
    IsCustomizable: managed(true, 'iscustomizable'),
    HasChanged: null,
    DisplayName: label(choice.labels, languages),
    Description: label(choice.descriptions ?? {}, languages),
  };
  const option = (value: number) => choice.options.find((candidate) => candidate.value === value);
  if (kind === 'Boolean') {
    const truth = { TrueOption: boolean(option(1), languages), FalseOption: boolean(option(0), languages) };
    return { type: 'BooleanOptionSetMetadata', properties: common, derived: truth, related: {} };
  }
  const options = choice.options.map((candidate) => describeOption(candidate, languages));
  return { type: 'OptionSetMetadata', properties: common, derived: { Options: options }, related: {} };
}

function boolean(option: ChoiceOption | undefined, languages: Languages): Json {
  return option === undefined ? null : describeOption(option, languages);
}

function describeOption(option: ChoiceOption, languages: Languages): Json {
  const { value, labels, descriptions = {}, color, state, defaultStatus } = option;
  const type = defaultStatus !== undefined ? 'State' : state !== undefined ? 'Status' : undefined;
  return {
    ...(type === undefined ? {} : { '@odata.type': `#Microsoft.Dynamics.CRM.${type}OptionMetadata` }),
    Value: value,
    Color: color ?? null,
    IsManaged: false,
    ExternalValue: null,
    ParentValues: [],
    Tag: null,
    IsHidden: false,
    MetadataId: null,
    HasChanged: null,
    Label: label(labels, languages),
    Description: label(descriptions, languages),
    ...(state === undefined ? {} : { State: state, TransitionData: null }),
    ...(defaultStatus === undefined
      ? {}
      : { DefaultStatus: defaultStatus, InvariantName: labels[1033] ?? null }),
  };
}
