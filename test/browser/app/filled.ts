/** A text of the product with its places `{0}`, `{1}` … filled. */
export const filled = (text: string, ...values: readonly (string | number)[]): string =>
  text.replace(/\{(\d)\}/g, (place, index: string) => String(values[Number(index)] ?? place));
