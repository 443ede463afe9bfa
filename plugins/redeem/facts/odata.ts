import { nilGuid } from '../../invitation/guid.js';

/** A text in a filter: in single quotes, its own doubled (OData ABNF, string literals). */
export const textLiteral = (text: string): string => `'${text.replaceAll("'", "''")}'`;

/** A filter for the rows whose column is one of the ids; for none, one that finds nothing. */
export const oneOf = (column: string, ids: readonly string[]): string =>
  (ids.length === 0 ? [nilGuid] : ids).map((id) => `${column} eq ${id}`).join(' or ');
