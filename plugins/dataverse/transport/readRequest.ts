import type { RetrieveMultipleRequest, RetrieveRequest } from 'dynamics-web-api';
import type { Read } from '../door.js';

/** A collection read as dynamics-web-api takes it. */
export function collectionRequest(read: Read): RetrieveMultipleRequest {
  return {
    collection: read.set,
    select: read.select && [...read.select],
    filter: read.filter,
    top: read.top,
    maxPageSize: read.pageSize,
    queryParams: options(read),
  };
}

/** The count of a collection. `$count` would stop at 5,000 (Query data using the Web API, Count rows), an aggregate at 50,000. */
export const countRequest = ({ set, filter }: Pick<Read, 'set' | 'filter'>): RetrieveMultipleRequest => ({
  collection: set,
  apply: encodeOption(`${filter === undefined ? '' : `filter(${filter})/`}aggregate($count as rows)`),
});

/** The read of one row by its id or alternate key. */
export function rowRequest(read: Read, key: NonNullable<Read['key']>): RetrieveRequest {
  return {
    collection: read.set,
    key: typeof key === 'string' ? key : alternateKey(key),
    select: read.select && [...read.select],
    queryParams: options(read),
  };
}

/**
 * `inv_codehash='…'`. dynamics-web-api puts keys into the address as they are, where `'`, `/`, `#`, a comma or any letter beyond
 * ASCII would change what is asked, so the value is quoted and encoded here. Values of look-ups (`_x_value`) are ids and take no quotes.
 */
export function alternateKey(parts: Readonly<Record<string, string>>): string {
  return Object.entries(parts)
    .map(([name, value]) => {
      const literal = /^_\w+_value$/.test(name) ? value : `'${value.replaceAll("'", "''")}'`;
      return `${name}=${encodeURIComponent(literal)}`;
    })
    .join(',');
}

/** The options dynamics-web-api would not encode. */
function options({ expand, orderBy }: Read): string[] {
  return [
    ...(orderBy?.length ? [`$orderby=${encodeOption(orderBy.join(','))}`] : []),
    ...(expand?.length ? [`$expand=${encodeOption(expand.join(','))}`] : []),
  ];
}

/** Encodes what would end or change a query option, and leaves `$select=a,b` readable. */
const encodeOption = (option: string): string =>
  encodeURI(option).replaceAll('#', '%23').replaceAll('&', '%26').replaceAll('+', '%2B');
