import type { Element } from '@xmldom/xmldom';
import { children } from '../../../solution/xml.js';
import { everythingBelow, value } from '../../read/markup.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Looked, Rule } from '../../rule.js';

/** Names of lists of labels: an empty one is a label that is missing. */
const lists: ReadonlySet<string> = new Set([
  'CustomLabels',
  'Descriptions',
  'displaynames',
  'labels',
  'LocalizedCollectionNames',
  'LocalizedNames',
  'Titles',
]);

/** Two spellings of a label: `description`, `languagecode`; in site maps `Title`, `LCID`. */
const spellings = [
  { language: 'languagecode', text: 'description' },
  { language: 'LCID', text: 'Title' },
] as const;

/** Every name and description is there in the base language, and in all languages that the solution ships. */
export const languages: Rule = {
  name: 'label/languages',
  look: (solution) =>
    [...solution.files.values()].flatMap(({ path, root }) =>
      everythingBelow(root).flatMap((element) => lookAt(path, element, solution)),
    ),
};

function lookAt(file: string, list: Element, solution: SolutionSource): readonly Looked[] {
  const texts = labelsIn(list);
  if (texts.size === 0 && (!lists.has(list.nodeName) || isOfChart(list))) return [];
  const missing = [...new Set([solution.baseLanguage, ...solution.languages])].filter(
    (language) => (texts.get(language) ?? '').trim() === '',
  );
  const text = texts.get(solution.baseLanguage);
  const what = text === undefined ? `${list.nodeName} of ${owner(list)}` : `"${text}" (${list.nodeName})`;
  return [
    {
      file,
      problem:
        missing.length === 0 ? undefined : `${what} is missing in ${missing.join(', ')}. Add the label.`,
    },
  ];
}

/** A chart's own Titles are no labels: they say how its title is drawn. */
const isOfChart = (list: Element): boolean => list.parentNode?.nodeName === 'Chart';

/** Language → text. */
function labelsIn(list: Element): ReadonlyMap<string, string> {
  return new Map(
    children(list).flatMap((label) =>
      spellings
        .filter(({ language, text }) => label.hasAttribute(language) && label.hasAttribute(text))
        .map(({ language, text }) => [value(label, language), value(label, text)] as const),
    ),
  );
}

/** What a list belongs to, as people would look for it. */
function owner(list: Element): string {
  const parent = list.parentNode as Element | null;
  if (parent === null) return list.nodeName;
  const names = ['Name', 'PhysicalName', 'name', 'id', 'Id', 'value'].map((name) =>
    parent.getAttribute?.(name),
  );
  return `${parent.nodeName} ${names.find(Boolean) ?? ''}`.trim();
}
