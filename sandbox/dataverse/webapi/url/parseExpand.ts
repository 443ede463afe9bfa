import { errors } from '../../errors.js';
import type { Expression } from './expression.js';
import { parseFilter, type Aliases } from './parseFilter.js';
import { parseOrderBy, type OrderTerm } from './parseOrderBy.js';
import { parseSelect } from './parseSelect.js';
import { splitTopLevel } from './splitTopLevel.js';

/** One navigation property of `$expand` with its own options. */
export interface ExpandItem {
  readonly navigation: string;
  /** `nav/$ref`: only the reference. */
  readonly reference: boolean;
  /** `nav/Microsoft.Dynamics.CRM.account`: the type it is cast to. */
  readonly cast?: string;
  readonly select?: readonly string[] | 'all';
  readonly filter?: Expression;
  readonly orderBy?: readonly OrderTerm[];
  readonly top?: number;
  readonly count?: boolean;
  readonly expand?: readonly ExpandItem[];
  /** The options as written: `$select` → `name`. For the link to the collection by itself. */
  readonly options: ReadonlyMap<string, string>;
}

const namespace = 'Microsoft.Dynamics.CRM.';

/**
 * Parses `$expand` (percent-decoded text); nested options are separated by `;`.
 * @throws DataverseError 400 for a syntax error or an option that $expand does not take.
 */
export function parseExpand(text: string, aliases: Aliases = new Map()): ExpandItem[] {
  return splitTopLevel(text, ',').map((part) => parseItem(part.trim(), aliases));
}

function parseItem(text: string, aliases: Aliases): ExpandItem {
  const match = /^([\p{L}_][\p{L}\p{N}_]*)((?:\/[\p{L}\p{N}_.$]+)*)\s*(?:\((.*)\))?$/su.exec(text);
  if (match?.[1] === undefined) throw invalidTerm(text);
  const steps = (match[2] ?? '').split('/').filter((step) => step !== '');
  const reference = steps.at(-1) === '$ref';
  const casts = reference ? steps.slice(0, -1) : steps;
  const cast = casts[0]?.startsWith(namespace) === true ? casts[0].slice(namespace.length) : undefined;
  if (casts.length > (cast === undefined ? 0 : 1)) throw invalidTerm(text);
  return {
    navigation: match[1],
    reference,
    ...(cast === undefined ? {} : { cast }),
    ...parseOptions(match[3] ?? '', aliases),
  };
}

function parseOptions(text: string, aliases: Aliases): Omit<ExpandItem, 'navigation' | 'reference'> {
  const written = new Map<string, string>();
  const options: { -readonly [name in keyof ExpandItem]?: ExpandItem[name] } = {};
  for (const part of splitTopLevel(text, ';')) {
    const equals = part.indexOf('=');
    const name = part.slice(0, Math.max(equals, 0)).trim();
    const value = part.slice(equals + 1).trim();
    if (name === '$select') options.select = parseSelect(value);
    else if (name === '$filter') options.filter = parseFilter(value, aliases);
    else if (name === '$orderby') options.orderBy = parseOrderBy(value);
    else if (name === '$top') options.top = parseCount(name, value);
    else if (name === '$count') options.count = value === 'true';
    else if (name === '$expand') options.expand = parseExpand(value, aliases);
    else throw invalidTerm(part.trim());
    written.set(name, value);
  }
  return { ...options, options: written };
}

/** Reads the value of `$top`: a whole number, zero or more. */
export function parseCount(option: string, text: string): number {
  if (!/^\d+$/.test(text.trim())) {
    throw errors.badQuery(
      `Invalid value '${text}' for ${option} query option found. The ${option} query option requires a non-negative integer value.`,
    );
  }
  return Number(text);
}

function invalidTerm(text: string) {
  return errors.badQuery(`Term '${text}' is not valid in a $select or $expand expression.`);
}
