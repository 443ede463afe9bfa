import type { Labels } from '../../dataverse/metadata/model.js';

/** The user's language and the one that stands in for it, by LCID. */
export interface Languages {
  readonly user: number;
  /** The organization's base language. */
  readonly base: number;
}

/**
 * A text in the user's language, else in the base language, else in any it has. Undefined when it has none.
 * ("Translate localizable text": what is not translated is shown in the base language.)
 */
export function localized(labels: Labels, languages: Languages): string | undefined {
  return labels[languages.user] ?? labels[languages.base] ?? Object.values(labels)[0];
}
