import type { Catalogue } from '../../../metadata/catalogue.js';
import type { MetadataCollection } from '../metadataEntity.js';
import type { Languages } from './label.js';
import { describeOptionSet } from './optionSet.js';

/** Every global choice of the organization: `GlobalOptionSetDefinitions`. */
export function describeGlobalChoices(catalogue: Catalogue, languages: Languages): MetadataCollection {
  return {
    declaredType: 'OptionSetMetadataBase',
    alternateKey: 'Name',
    items: [...catalogue.choices.values()].map((choice) => describeOptionSet(choice, 'Picklist', languages)),
  };
}
