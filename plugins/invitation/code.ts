import { createHash, randomBytes } from 'node:crypto';
import { invitation } from '../../solution/schema.js';

/** Longest code that is looked at: the length of the column `inv_code`. */
export const longestCode = invitation.lengths.inv_code;

/**
 * Lower case, no letter that reads like another (Crockford's base 32): a code survives being read aloud or
 * typed.
 */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';
const letters = 26;

/**
 * A new code: 26 letters of an alphabet of 32, drawn from the system's secure random source, so 130 bits. All
 * of them are lower case and URL-safe: the lower-casing in {@link normaliseCode} takes nothing from its
 * strength.
 */
export function generateCode(): string {
  return Array.from(randomBytes(letters), (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

/**
 * The one form of a code that is hashed, whatever way it came: HTML entities that mail clients leave in links
 * are decoded, compatibility forms united (NFKC), white space and invisible characters at the ends removed,
 * letters lower-cased because the native system compares codes without regard to case.
 *
 * @returns undefined when it cannot be a code: empty, or longer than {@link longestCode}.
 */
export function normaliseCode(input: string): string | undefined {
  // An entity is at most 10 characters long, so nothing longer than this can shrink to a code. Refused before
  // any work on it.
  if (input.length > longestCode * 10) return undefined;
  const code = decodeEntities(input).normalize('NFKC').replace(edges, '').toLowerCase().normalize('NFKC');
  return code === '' || code.length > longestCode ? undefined : code;
}

/** Lower-case hexadecimal SHA-256 of a normalised code: the value of `inv_codehash`. */
export function hashCode(normalised: string): string {
  return createHash('sha256').update(normalised, 'utf8').digest('hex');
}

/**
 * The hash to look up for whatever somebody handed in. What cannot be a code becomes the hash of the empty
 * text, which no invitation has: a bad code takes the same path, and as long, as one that is merely wrong.
 */
export function lookupHash(input: string): string {
  return hashCode(normaliseCode(input) ?? '');
}

/** White space, zero-width characters and byte order marks: copied along with a code, never part of it. */
const edges = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/gu;

const namedEntities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

/** The entities that HTML serialisers write for characters of a URL; anything else stays as it is. */
function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/giu,
    (entity: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return namedEntities[name.toLowerCase()] ?? entity;
      const point = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10);
      return point > 0 && point <= 0x10ffff && !(point >= 0xd800 && point <= 0xdfff)
        ? String.fromCodePoint(point)
        : entity;
    },
  );
}
