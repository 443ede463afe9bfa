import type { ApiResponse } from '../exchange.js';
import type { Preferences } from './preferences.js';

/** 200 with JSON and the preferences that were honoured. */
export function answer(
  preferences: Preferences,
  body: object,
  headers: Readonly<Record<string, string>> = {},
): ApiResponse {
  if (preferences.applied.length === 0) return { status: 200, headers, body };
  return { status: 200, headers: { ...headers, 'preference-applied': preferences.applied.join(',') }, body };
}

/** The byte-order mark with which the real service begins its plain-text answers. */
const byteOrderMark = '\uFEFF';

/** 200 with plain text, as `/$count` and `/$value` answer. */
export function answerText(text: string): ApiResponse {
  return { status: 200, headers: { 'content-type': 'text/plain' }, body: `${byteOrderMark}${text}` };
}
