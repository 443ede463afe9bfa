const form = /^\{?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\}?$/iu;

/** The id of no row. */
export const nilGuid = '00000000-0000-0000-0000-000000000000';

/**
 * A row id as Dataverse writes it, lower case and without braces; undefined when the text is none. Any
 * version: Dataverse makes ids of its own kind.
 */
export function asGuid(text: string): string | undefined {
  return form.exec(text.trim())?.[1]?.toLowerCase();
}
