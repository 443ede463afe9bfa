import type { english } from '../strings/english.js';

/** Name of a text. */
export type Key = keyof typeof english;

const stringTable = 'inv_/strings/Invitations';

/**
 * A text in the user's language, its places `{0}`, `{1}` … filled. The table comes with the script: it is declared as its
 * dependency. A text that is missing shows as its name.
 */
export function text(key: Key, ...values: readonly (string | number)[]): string {
  // The types promise a text; the documentation says null for a key that no table has.
  const found = Xrm.Utility.getResourceString(stringTable, key) as string | null | undefined;
  return (found ?? key).replace(/\{(\d)\}/g, (place, index: string) =>
    String(values[Number(index)] ?? place),
  );
}

/** Lines with a number of rows each, those with none left out. */
export function lines(...counted: readonly (readonly [Key, number])[]): string {
  return counted
    .filter(([, count]) => count > 0)
    .map(([key, count]) => text(key, count))
    .join('\n');
}
