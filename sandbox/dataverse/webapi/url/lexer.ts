import { errors } from '../../errors.js';

/** Kinds of token in an OData expression. `word` is a name, an operator or a keyword; dots belong to it. */
export type TokenKind = 'string' | 'number' | 'guid' | 'date' | 'word' | 'alias' | 'punctuation' | 'end';

/** A piece of an OData expression. */
export interface Token {
  readonly kind: TokenKind;
  /** Strings: the content with quotes undone. The rest: as written. */
  readonly text: string;
  /** Index of the first character in the expression. */
  readonly at: number;
}

/** Tried in this order: a GUID may begin with a letter or a digit, a date begins like a number. */
const patterns: readonly (readonly [TokenKind, RegExp])[] = [
  ['string', /'(?:[^']|'')*'/y],
  ['string', /"(?:[^"\\]|\\.)*"/y],
  ['guid', /\{?[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?![\w-])\}?/iy],
  ['date', /\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?(?![\w-])/iy],
  ['number', /-?(?:\d+(?:\.\d+)?(?:[eE][+-]?\d+)?)(?![\w.])|-INF(?!\w)/y],
  ['alias', /@[\p{L}_][\p{L}\p{N}_]*/uy],
  ['word', /[\p{L}_$][\p{L}\p{N}_]*(?:\.[\p{L}_][\p{L}\p{N}_]*)*/uy],
  ['punctuation', /[(),/:=[\]*;]/y],
];

/**
 * Cuts an OData expression (already percent-decoded) into tokens; the last one is `end`.
 * @throws DataverseError 400 for a character that begins no token.
 */
export function tokenize(text: string): Token[] {
  const tokens: Token[] = [];
  let at = 0;
  for (;;) {
    while (/\s/.test(text.charAt(at))) at += 1;
    if (at >= text.length) break;
    const token = tokenAt(text, at);
    tokens.push({ kind: token.kind, text: token.kind === 'string' ? unquote(token.text) : token.text, at });
    at += token.text.length;
  }
  return [...tokens, { kind: 'end', text: '', at }];
}

function tokenAt(text: string, at: number): { kind: TokenKind; text: string } {
  for (const [kind, pattern] of patterns) {
    pattern.lastIndex = at;
    const match = pattern.exec(text)?.[0];
    if (match !== undefined) return { kind, text: match };
  }
  if (text.charAt(at) === "'") {
    throw errors.badQuery(`There is an unterminated string literal at position ${text.length} in '${text}'.`);
  }
  throw errors.badQuery(
    `Syntax error: character '${text.charAt(at)}' is not valid at position ${at} in '${text}'.`,
  );
}

function unquote(text: string): string {
  return text.startsWith("'") ? text.slice(1, -1).replaceAll("''", "'") : unescapeJson(text);
}

function unescapeJson(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    throw errors.badQuery(`Syntax error: ${text} is not a valid JSON string.`);
  }
}
