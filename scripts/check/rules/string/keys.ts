import type { SolutionSource } from '../../read/solutionSource.js';
import type { Looked, Rule } from '../../rule.js';
import { stringTables, type StringTable } from './stringTables.js';

/** The string tables of all languages have the same keys, with the same places (`{0}`) in their texts. */
export const keys: Rule = {
  name: 'string/keys',
  look: (solution) => {
    const all = stringTables(solution.files);
    const base = all.find(({ language }) => language === solution.baseLanguage);
    if (base === undefined) return [];
    return [...missingTables(all, base, solution), ...all.flatMap((table) => compare(table, base))];
  },
};

function missingTables(
  all: readonly StringTable[],
  { file }: StringTable,
  { languages }: SolutionSource,
): readonly Looked[] {
  return languages.map((language) => ({
    file,
    problem: all.some((table) => table.language === language)
      ? undefined
      : `There is no string table in the language ${language}. Add it to webresources/strings and run \`npm run build\`.`,
  }));
}

function compare({ file, texts }: StringTable, base: StringTable): readonly Looked[] {
  return [...new Set([...base.texts.keys(), ...texts.keys()])].map((key) => {
    const text = texts.get(key) ?? '';
    const original = base.texts.get(key);
    if (original === undefined) return { file, problem: `${key} is no key of ${base.file}. Remove it.` };
    if (text === '')
      return {
        file,
        problem: `The text ${key} is missing: "${original}". Translate it in webresources/strings.`,
      };
    return {
      file,
      problem:
        places(text) === places(original)
          ? undefined
          : `The text ${key} has the places ${places(text) || '(none)'}, in ${base.file} ${places(original) || '(none)'}. Use the same.`,
    };
  });
}

const places = (text: string): string => [...new Set(text.match(/\{\d\}/g))].sort().join(' ');
