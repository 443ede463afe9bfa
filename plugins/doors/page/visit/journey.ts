import { randomBytes } from 'node:crypto';
import type { Language } from '../language/languages.js';

/** Something to be told on the next page, once. */
export interface Notice {
  readonly kind: 'codeMissing' | 'cancelled' | 'signInFailed' | 'unreachable' | 'trouble' | 'failed';
  /** Number under which the log tells more. */
  readonly incident?: string;
}

/** What the browser keeps for us from the link to the redemption. Sealed: nobody reads or changes it. */
export interface Journey {
  /** The code of the link, normalised; empty: what came cannot be one. Undefined: none has come. */
  readonly code?: string;
  /** Where to go afterwards; on the list. */
  readonly returnUrl?: string;
  /** The language chosen. */
  readonly language?: Language;
  /** Token that every form of the page repeats. */
  readonly csrf: string;
  /** True when the person wants to sign in with another account. */
  readonly choose?: boolean;
  readonly notice?: Notice;
}

/** A journey that begins here, or goes on with a token that nobody can have seen before. */
export function newJourney(from: Omit<Journey, 'csrf'> = {}): Journey {
  return { ...from, csrf: randomBytes(24).toString('base64url') };
}

/** What of a journey outlasts a change of who travels, and of the code. */
export const lasting = ({ code, returnUrl, language }: Journey): Omit<Journey, 'csrf'> => ({
  ...(code !== undefined && { code }),
  ...(returnUrl !== undefined && { returnUrl }),
  ...(language && { language }),
});
