import { errors } from '../../errors.js';
import { splitTopLevel } from './splitTopLevel.js';

/** One term of `$orderby`: `parentcustomerid_account/name desc`. */
export interface OrderTerm {
  readonly steps: readonly string[];
  readonly descending: boolean;
}

/** Parses `$orderby`. Throws 400 for a term that is not a path with an optional direction. */
export function parseOrderBy(text: string): OrderTerm[] {
  return splitTopLevel(text, ',').map((term) => {
    const match = /^\s*([\p{L}_][\p{L}\p{N}_./]*)(?:\s+(asc|desc))?\s*$/u.exec(term);
    if (match?.[1] === undefined) throw errors.badQuery(`Syntax error at position 0 in '${text}'.`);
    return { steps: match[1].split('/'), descending: match[2] === 'desc' };
  });
}
