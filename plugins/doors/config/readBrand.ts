import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import * as z from 'zod';
import { addressProblem } from '../../dataverse/addressProblem.js';
import { colorProblem } from './brandColor.js';
import type { Brand } from './doorsConfig.js';
import { readLogo } from './readLogo.js';
import type { Told } from './told.js';

/** The words of the page that a brand may replace: language → keys. */
export type KnownTexts = Readonly<Record<string, readonly string[]>>;

const usualColor = '#0f6cbd';

const checked = (problemOf: (text: string) => string | undefined) =>
  z.string('must be a text').superRefine((text, context) => {
    const problem = problemOf(text);
    if (problem) context.addIssue({ code: 'custom', message: problem });
  });

const line = (most: number) =>
  checked((text) =>
    text.trim() === '' || text.length > most || /[\r\n]/.test(text)
      ? `must be a line of at most ${most} characters`
      : undefined,
  );

/** Help may also be an address to write to. */
const supportProblem = (text: string): string | undefined =>
  /^mailto:[^\s@]+@[^\s@]+$/.test(text)
    ? undefined
    : addressProblem(text, 'https://contoso.com/help or mailto:help@contoso.com');

/** @param folder where the file is: the logo's path is relative to it */
const brandFile = (folder: string, known: KnownTexts) =>
  z.strictObject({
    name: line(100).optional(),
    logo: z
      .string('must be the path of a file')
      .transform((path, context) => {
        const { value, problems } = readLogo(resolve(folder, path));
        for (const message of problems) context.addIssue({ code: 'custom', message });
        return value;
      })
      .optional(),
    color: checked(colorProblem).optional(),
    supportUrl: checked(supportProblem).optional(),
    privacyUrl: checked((text) => addressProblem(text, 'https://contoso.com/privacy')).optional(),
    texts: z
      .record(z.string(), z.record(z.string(), checked(textProblem)))
      .superRefine((texts, context) => {
        for (const { path, message } of unknownTexts(texts, known))
          context.addIssue({ code: 'custom', path: [...path], message });
      })
      .optional(),
  });

function textProblem(text: string): string | undefined {
  return text.trim() === '' || text.length > 1000 ? 'must have 1 to 1000 characters' : undefined;
}

/**
 * Reads the JSON file that says how the page looks. The logo's path is relative to the file.
 *
 * @param path undefined: there is none, the page has its own looks
 * @param name what the page calls itself without a name
 * @param known the words that may be replaced
 * @returns with problems, the value is incomplete
 */
export function readBrand(path: string | undefined, name: string, known: KnownTexts): Told<Brand> {
  const plain: Brand = { name, color: usualColor, texts: {} };
  if (path === undefined) return { value: plain, problems: [] };
  const read = readJson(path);
  if (read.problem !== undefined)
    return { value: plain, problems: [`INVITATIONS_BRAND names a file that ${read.problem}`] };

  const parsed = brandFile(dirname(path), known).safeParse(read.json);
  return {
    value: { ...plain, ...parsed.data },
    problems: (parsed.error?.issues ?? []).map((issue) => `INVITATIONS_BRAND: ${sentence(issue)}`),
  };
}

function readJson(path: string): { readonly json?: unknown; readonly problem?: string } {
  try {
    const text = readFileSync(path, 'utf8').replace(/^\uFEFF/, '');
    return { json: JSON.parse(text) as unknown };
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code;
    return { problem: reason === undefined ? 'is not JSON' : `cannot be read (${reason})` };
  }
}

function sentence({ code, path, message, ...issue }: z.core.$ZodIssue): string {
  if (code === 'unrecognized_keys' && 'keys' in issue) return `there is no ${issue.keys.join(', ')}`;
  const where = path.join('.') || 'the whole';
  return `${where} ${code === 'invalid_type' && path.length === 0 ? 'must be an object' : message}`;
}

function unknownTexts(
  texts: Brand['texts'],
  known: KnownTexts,
): readonly { readonly path: readonly string[]; readonly message: string }[] {
  return Object.entries(texts).flatMap(([language, words]) => {
    const keys = known[language];
    if (keys === undefined) {
      return [{ path: [language], message: `is no language of the page (${Object.keys(known).join(', ')})` }];
    }
    return Object.keys(words)
      .filter((key) => !keys.includes(key))
      .map((key) => ({ path: [language, key], message: 'is no text of the page' }));
  });
}
