/** What the Web API says about a value beside it (`Prefer: odata.include-annotations="*"`). */
type Row = Readonly<Record<string, unknown>>;

/** The value as it is shown; the name of a lookup's row. */
export function formattedValue(row: Row, property: string): string | undefined {
  return textOf(row[`${property}@OData.Community.Display.V1.FormattedValue`]);
}

/** The table a lookup's row is of. */
export function lookupTable(row: Row, property: string): string | undefined {
  return textOf(row[`${property}@Microsoft.Dynamics.CRM.lookuplogicalname`]);
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
