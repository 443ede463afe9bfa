import { expect } from '@jest/globals';
import type { Answer } from './attacked.js';

/** What every answer says, whatever it is: no page frames it, no browser guesses its type, runs or keeps it. */
export function expectHarmless({ status, headers }: Answer): void {
  expect(headers).toMatchObject({
    'content-security-policy': expect.stringMatching(
      /^default-src 'none'.*;\s?frame-ancestors 'none'|sandbox$/,
    ),
    'x-frame-options': 'DENY',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cache-control': expect.stringMatching(/^no-store$|^public, max-age=3600$/),
  });
  // No answer is a defect, and none is for pages of other sites.
  expect(status).not.toBe(500);
  expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([]);
}
