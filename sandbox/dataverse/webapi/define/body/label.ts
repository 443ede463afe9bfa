import { errors } from '../../../errors.js';
import type { Labels } from '../../../metadata/model.js';
import type { JsonObject } from '../../write/jsonBody.js';
import { numberOf, objectOf, objectsOf, required, textOf } from './properties.js';

/** How the labels of a request go with those that are there ("Create and update table definitions using the Web API"). */
export interface LabelRules {
  /** LCIDs of the provisioned languages. */
  readonly languages: readonly number[];
  /** `MSCRM.MergeLabels: true`: languages that the request does not name stay. */
  readonly merge: boolean;
}

/**
 * The labels that a property has after the request.
 *
 * @param before what the thing is called now; nothing for a new one
 * @throws DataverseError 400 for a language that is not provisioned
 */
export function labelsOf(
  body: JsonObject,
  name: string,
  { languages, merge }: LabelRules,
  before: Labels = {},
): Labels {
  const label = objectOf(body, name);
  if (label === undefined) return before;
  const given: Record<number, string> = {};
  for (const localized of objectsOf(label, 'LocalizedLabels')) {
    const language = required(numberOf(localized, 'LanguageCode'), 'LanguageCode');
    if (!languages.includes(language)) {
      throw errors.invalidArgument(
        `The language code ${String(language)} is not a valid language for this organization.`,
      );
    }
    given[language] = textOf(localized, 'Label') ?? '';
  }
  return merge ? { ...before, ...given } : given;
}
