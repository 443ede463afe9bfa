import { errors } from '../../errors.js';
import { readGuid, readQuoted } from './literal.js';
import { percentDecode, queryDecode } from './percent.js';
import { splitTopLevel } from './splitTopLevel.js';

/** Which row a segment means: by primary key, or by the named columns of an alternate key. */
export type Key =
  | { readonly kind: 'id'; readonly id: string }
  | {
      readonly kind: 'alternate';
      /** Name as written (a lookup is `_x_value`) → value without quotes. */
      readonly parts: ReadonlyMap<string, string>;
    };

/** One step of a resource path: a collection, a row, a property, a function, or `$ref`, `$value`, `$count`. */
export interface Segment {
  /** Without key, arguments and namespace: `contacts`, `WhoAmI`, `$ref`. */
  readonly name: string;
  /** The name was written with its namespace, `Microsoft.Dynamics.CRM.`: a cast, or a bound function. */
  readonly qualified: boolean;
  /** What the parentheses say when they can be read as a key. */
  readonly key?: Key;
  /** What the parentheses say when they can be read as function parameters: raw OData literals, aliases resolved. */
  readonly arguments?: ReadonlyMap<string, string>;
}

/** A request's URL, taken apart. Nothing in it has been checked against metadata yet. */
export interface ResourcePath {
  readonly segments: readonly Segment[];
  /** Query options by decoded name: `$select`, `fetchXml`, `@p1`. */
  readonly options: ReadonlyMap<string, string>;
}

const namespace = 'Microsoft.Dynamics.CRM.';

/**
 * Takes apart a URL relative to the Web API's root, still percent-encoded. Path and query are split before decoding,
 * so that an encoded slash or ampersand in a key stays in its value.
 * @throws DataverseError 400 for a malformed URL.
 */
export function parsePath(url: string): ResourcePath {
  const mark = url.indexOf('?');
  const path = mark < 0 ? url : url.slice(0, mark);
  const options = mark < 0 ? new Map<string, string>() : parseOptions(url.slice(mark + 1));
  const segments = splitTopLevel(path, '/')
    .filter((text) => text !== '')
    .map((text) => parseSegment(percentDecode(text), options));
  return { segments, options };
}

function parseOptions(query: string): Map<string, string> {
  const options = new Map<string, string>();
  for (const part of query.split('&')) {
    if (part === '') continue;
    const equals = part.indexOf('=');
    const name = queryDecode(equals < 0 ? part : part.slice(0, equals)).trim();
    if (options.has(name)) {
      throw errors.badQuery(
        `Query option '${name}' was specified more than once, but it must be specified at most once.`,
      );
    }
    options.set(name, equals < 0 ? '' : queryDecode(part.slice(equals + 1)));
  }
  return options;
}

function parseSegment(text: string, options: ReadonlyMap<string, string>): Segment {
  const open = text.indexOf('(');
  const written = (open < 0 ? text : text.slice(0, open)).trim();
  const qualified = written.startsWith(namespace);
  const name = qualified ? written.slice(namespace.length) : written;
  if (open < 0) return { name, qualified };
  if (!text.endsWith(')') || name === '') throw syntaxError();
  return { name, qualified, ...parseParentheses(text.slice(open + 1, -1).trim(), options) };
}

function parseParentheses(
  text: string,
  options: ReadonlyMap<string, string>,
): Pick<Segment, 'key' | 'arguments'> {
  if (text === '') return { arguments: new Map() };
  const single = resolveAlias(text, options);
  const id = readGuid(single) ?? readGuid(readQuoted(single) ?? '');
  if (id !== undefined) return { key: { kind: 'id', id } };

  const values = new Map<string, string>();
  for (const part of splitTopLevel(text, ',')) {
    const equals = part.indexOf('=');
    if (equals < 1) throw syntaxError();
    const name = part.slice(0, equals).trim();
    if (values.has(name)) throw syntaxError();
    values.set(name, resolveAlias(part.slice(equals + 1).trim(), options));
  }
  const key = alternateKey(values);
  return key === undefined ? { arguments: values } : { key, arguments: values };
}

function alternateKey(values: ReadonlyMap<string, string>): Key | undefined {
  const parts = new Map<string, string>();
  for (const [name, raw] of values) {
    const value = raw.startsWith("'") ? readQuoted(raw) : (readGuid(raw) ?? raw);
    if (value === undefined || /^[[{"@]/.test(raw)) return undefined;
    parts.set(name, value);
  }
  return { kind: 'alternate', parts };
}

function resolveAlias(text: string, options: ReadonlyMap<string, string>): string {
  return text.startsWith('@') ? (options.get(text) ?? text) : text;
}

function syntaxError() {
  return errors.badQuery('Bad Request - Error in query syntax.');
}
