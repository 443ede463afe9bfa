/** A GUID as rows and definitions have it: lower case, without braces. Scripts pass it in any spelling. */
export function normalizeId(id: string): string {
  return id.replace(/[{}]/g, '').toLowerCase();
}

/** `{UPPER-CASE}`, as `Xrm` gives ids to scripts. */
export function bracedId(id: string): string {
  return `{${id.toUpperCase()}}`;
}

/** Whether a text is a GUID, braces or not. */
export function isGuid(text: string): boolean {
  return /^(\{[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}\}|[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12})$/i.test(text);
}
