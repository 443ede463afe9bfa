import type { Labels } from '../metadata/model.js';
import type { Session } from '../organization/organization.js';

/** What a row's plain text column holds of a text in several languages: the base language's, or the first there is. */
export function baseText({ organization }: Session, labels: Labels): string | undefined {
  return labels[organization.baseLanguage] ?? Object.values(labels)[0];
}
