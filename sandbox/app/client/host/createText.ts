import { texts } from '../strings/texts.js';
import type { Texts } from '../strings/text.js';

const english = 1033;

/**
 * The app's own words in one language, by `<area>.<key>`; `{0}` is filled in.
 * A language that the app does not speak gets English.
 * @throws Error for a key that does not exist: the app itself is wrong
 */
export function createText(
  languageCode: number,
): (key: string, ...values: readonly (string | number)[]) => string {
  return (key, ...values) => {
    const [area = '', name = ''] = splitOnce(key);
    const words = (texts as Readonly<Record<string, Texts>>)[area]?.[name];
    if (words === undefined) throw new Error(`There is no text ${key}.`);
    const text = (words as Readonly<Record<number, string>>)[languageCode] ?? words[english];
    return text.replace(/\{(\d+)\}/g, (hole, index: string) => String(values[Number(index)] ?? hole));
  };
}

function splitOnce(key: string): readonly string[] {
  const dot = key.indexOf('.');
  return [key.slice(0, dot), key.slice(dot + 1)];
}
