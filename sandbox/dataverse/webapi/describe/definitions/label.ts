import { metadataId } from '../../../metadata/metadataId.js';
import type { Labels } from '../../../metadata/model.js';
import type { Session } from '../../../organization/organization.js';
import type { Json } from '../json.js';

/** Languages of a description: the caller's, and the one that stands in for it. */
export interface Languages {
  readonly caller: number;
  readonly base: number;
  /** The only languages to list (`LabelLanguages=1033,1031`); every one without it. */
  readonly listed?: ReadonlySet<number>;
}

/**
 * The languages a session's labels come in.
 *
 * @param labelLanguages LCIDs separated by commas, as the query option has them
 */
export function languagesOf({ caller, organization }: Session, labelLanguages?: string): Languages {
  return {
    caller: caller.language,
    base: organization.baseLanguage,
    ...(labelLanguages === undefined ? {} : { listed: new Set(labelLanguages.split(',').map(Number)) }),
  };
}

/** A text in the shape of the metadata's Label: the languages listed, and the one for the caller. */
export function label(labels: Labels, languages: Languages): Json {
  const localized = Object.entries(labels)
    .map(([language, text]) => ({ text, language: Number(language) }))
    .filter(({ language }) => languages.listed?.has(language) ?? true)
    .map(({ text, language }) => localizedLabel(text, language));
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
