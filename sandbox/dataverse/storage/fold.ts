/**
 * A text as Dataverse compares it: its collation ignores case and accents, SQLite's does not. The folded form is
 * stored beside the text (`<column>$fold`) and used for every comparison, so `José` equals `JOSE`.
 */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
