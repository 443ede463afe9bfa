/** Where a row is shown; without an id, the form for a new one. */
export const rowPage = (table: string, id?: string): string =>
  `/main.aspx?pagetype=entityrecord&etn=${table}${id === undefined ? '' : `&id=${id}`}`;

/** Where the list of a table is shown. */
export const listPage = (table: string): string => `/main.aspx?pagetype=entitylist&etn=${table}`;
