/**
 * The one spelling of an id: lower case, no braces. Forms give `{UPPER-CASE}`, the grid and the Web API lower case without
 * braces.
 *
 * @returns the empty text for none: a row that is not saved, a context whose visit is over
 */
export function guid(id: string | null | undefined): string {
  return (id ?? '').replace(/[{}]/g, '').toLowerCase();
}
