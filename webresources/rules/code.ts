/**
 * Codes as the service makes and reads them: generated, normalised and hashed alike, or a code that is set here would not
 * be found there.
 */

/** Longest code, in characters: the length of the column. */
const longest = 200;
const letters = 26;
/** Lower case, no letter that reads like another (Crockford's base 32). */
const alphabet = '0123456789abcdefghjkmnpqrstvwxyz';

/** A new code: 26 letters of 32, drawn from the browser's secure random source, so 130 bits. */
export function generateCode(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(letters));
  return Array.from(bytes, (byte) => alphabet.charAt(byte % alphabet.length)).join('');
}

const edges = /^[\s\u200b-\u200d\u2060\ufeff]+|[\s\u200b-\u200d\u2060\ufeff]+$/gu;

/**
 * The form of a code that is hashed. Entities are decoded, compatibility forms united, what hides at the ends is cut, letters
 * are lower case.
 *
 * @returns undefined when it cannot be a code: empty or too long
 */
export function normaliseCode(input: string): string | undefined {
  if (input.length > longest * 10) return undefined;
  const code = decodeEntities(input).normalize('NFKC').replace(edges, '').toLowerCase().normalize('NFKC');
  return code === '' || code.length > longest ? undefined : code;
}

const entities: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

function decodeEntities(input: string): string {
  return input.replace(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,4}));/giu,
    (entity: string, decimal?: string, hex?: string, name?: string) => {
      if (name !== undefined) return entities[name.toLowerCase()] ?? entity;
      const point = decimal === undefined ? parseInt(hex ?? '', 16) : parseInt(decimal, 10);
      const isCharacter = point > 0 && point <= 0x10ffff && (point < 0xd800 || point > 0xdfff);
      return isCharacter ? String.fromCodePoint(point) : entity;
    },
  );
}

/**
 * Lower-case hexadecimal SHA-256 of a normalised code.
 *
 * @returns undefined where the browser has no Web Cryptography: pages that are not served securely
 */
export async function hashCode(normalised: string): Promise<string | undefined> {
  // The types promise it everywhere; browsers give it to secure contexts only.
  const subtle = crypto.subtle as SubtleCrypto | undefined;
  if (subtle === undefined) return undefined;
  const digest = await subtle.digest('SHA-256', new TextEncoder().encode(normalised));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

const shortest = 12;
const fewestDifferent = 5;

/**
 * True when a code that people thought up is fit to be a secret in a link: 12 to 200 letters, digits and `- . _ ~`, which
 * need no escaping in a URL, at least five of them different. The service takes any code; this is what people are asked for.
 */
export function isFit(normalised: string): boolean {
  return (
    normalised.length >= shortest &&
    new Set(normalised).size >= fewestDifferent &&
    /^[\w.~-]+$/.test(normalised)
  );
}
