import { errors } from '../errors.js';
import type { Filter, Link, Query } from './model.js';

/** Conditions and links that one query may have (Dataverse, "Use FetchXML to construct a query", limitations). */
const maximumConditions = 500;

/**
 * Refuses a query with too many conditions.
 * @throws DataverseError 400 (0x8004430c)
 */
export function requireFewConditions({ filter, links }: Query): void {
  if (ofFilter(filter) + ofLinks(links) > maximumConditions) throw errors.tooManyConditions();
}

function ofFilter(filter: Filter | undefined): number {
  switch (filter?.kind) {
    case undefined:
      return 0;
    case 'and':
    case 'or':
      return filter.parts.reduce((sum, part) => sum + ofFilter(part), 0);
    case 'not':
      return ofFilter(filter.part);
    case 'exists':
      return ofLinks(filter.links) + ofFilter(filter.filter);
    default:
      return 1;
  }
}

function ofLinks(links: readonly Link[]): number {
  return links.reduce((sum, { filter }) => sum + 1 + ofFilter(filter), 0);
}
