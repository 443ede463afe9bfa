import { metadataId } from '../../../metadata/metadataId.js';
import type { Labels } from '../../../metadata/model.js';
import type { Session } from '../../../organization/organization.js';
import type { Json } from '../json.js';

/** Languages of a description: the caller's, and the one that stands in for it. */
export interface Languages {
  readonly caller: number;
  readonly base: number;
}

/** The languages a session's labels come in. */
export function languagesOf({ caller, organization }: Session): Languages {
  return { caller: caller.language, base: organization.baseLanguage };
}

/** A text in the shape of the metadata's Label: every language, and the one for the caller. */
export function label(labels: Labels, languages: Languages): Json {
  const localized = Object.entries(labels).map(([language, text]) => localizedLabel(text, Number(language)));
  const text = labels[languages.caller] ?? labels[languages.base];
  const language = languages.caller in labels ? languages.caller : languages.base;
  return {
    LocalizedLabels: localized,
    UserLocalizedLabel: text === undefined ? null : localizedLabel(text, language),
  };
}

function localizedLabel(text: string, language: number): Json {
  return {
    Label: text,
    LanguageCode: language,
    IsManaged: false,
    MetadataId: metadataId('label', String(language), text),
    HasChanged: null,
  };
}

/** A value that an administrator may be allowed to change, in the metadata's shape. */
export function managed(value: string | boolean, property: string): Json {
  return { Value: value, CanBeChanged: true, ManagedPropertyLogicalName: property };
}
