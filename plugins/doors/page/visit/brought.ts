import { normaliseCode } from '../../../invitation/code.js';
import type { DoorsConfig } from '../../config/doorsConfig.js';
import { returnAddress } from '../../security/returnAddress.js';
import { languageOf } from '../language/languages.js';
import { fieldOf } from './form.js';
import { newJourney, type Journey } from './journey.js';

/** What the code is called in a link, now and in native ones; in any case. */
const codeFields = ['invitation', 'invitationcode'];

/** What an address brings. */
export interface Brought {
  /** The journey with it. */
  readonly journey: Journey;
  /** True when the return address is not on the list, and so left out. */
  readonly addressRefused: boolean;
}

/**
 * Takes what an address brings into the journey.
 *
 * @param query its query: code, return address, language
 * @param pathLanguage the language in its path
 * @param journey the one under way
 * @returns undefined when it brings nothing
 */
export function broughtBy(
  query: unknown,
  pathLanguage: string | undefined,
  journey: Journey | undefined,
  config: Pick<DoorsConfig, 'returnUrl' | 'returnOrigins'>,
): Brought | undefined {
  const code = codeFields.map((name) => fieldOf(query, name)).find((value) => value !== '');
  const asked = fieldOf(query, 'returnurl');
  const language = languageOf(pathLanguage ?? fieldOf(query, 'lang'));
  if (code === undefined && asked === '' && language === undefined && pathLanguage === undefined) {
    return undefined;
  }
  const returnUrl = asked === '' ? undefined : returnAddress(asked, config);
  const chosen = language ?? journey?.language;
  const addressed = { ...(chosen && { language: chosen }), ...(returnUrl !== undefined && { returnUrl }) };
  return {
    // A new link is a new journey: forms of the one before are not taken for it.
    journey:
      code === undefined
        ? { ...(journey ?? newJourney()), ...addressed }
        : newJourney({ ...addressed, code: normaliseCode(code) ?? '' }),
    addressRefused: asked !== '' && returnUrl === undefined,
  };
}
