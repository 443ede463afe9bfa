/** GUID as a URL writes it: bare, any case. */
const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** True for text that is a GUID without braces. */
export function isGuid(text: string): boolean {
  return guid.test(text);
}

/** The GUID in `text`, bare or braced, in lower case; undefined when it is none. */
export function readGuid(text: string): string | undefined {
  const bare = text.startsWith('{') && text.endsWith('}') ? text.slice(1, -1) : text;
  return isGuid(bare) ? bare.toLowerCase() : undefined;
}

/** The content of a quoted OData string (`'O''Neil'` → `O'Neil`); undefined when the text is not exactly one. */
export function readQuoted(text: string): string | undefined {
  const content = /^'((?:[^']|'')*)'$/s.exec(text)?.[1];
  return content?.replaceAll("''", "'");
}
