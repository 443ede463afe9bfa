import { parse } from 'yaml';
import { z } from 'zod';
import { Mistake } from '../command/mistake.js';

/** What the page says in one language, by the names that the template uses. */
export type Texts = Readonly<Record<string, string>>;

/** In a Liquid string a quotation mark ends it, and there is none to stand for it. */
const text = z
  .string()
  .regex(/^[^"'{}<>\r\n]+$/, 'must be one line without quotation marks, braces and angle brackets');
const file = z.record(z.string().regex(/^[a-z]{2}$/), z.record(z.string(), text));

/**
 * Reads solution/power-pages/source/texts.yaml.
 *
 * @returns texts by language; the first language is what the page falls back on
 * @throws Mistake that names what is missing or wrong
 */
export function readTexts(yaml: string): ReadonlyMap<string, Texts> {
  const read = file.safeParse(parse(yaml));
  if (!read.success) throw new Mistake(`texts.yaml: ${z.prettifyError(read.error)}`);
  const languages = new Map(Object.entries(read.data));
  const [first] = languages.values();
  const names = Object.keys(first ?? {}).join();
  for (const [language, texts] of languages) {
    if (Object.keys(texts).join() !== names) {
      throw new Mistake(
        `texts.yaml: ${language} has other texts, or in another order, than the first language.`,
      );
    }
  }
  return languages;
}
