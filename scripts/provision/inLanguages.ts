import type { Json } from '../environment/environment.js';

/** What people who use an environment may speak. */
export interface Languages {
  /** LCID. Every label needs a text in it. */
  readonly base: number;
  readonly provisioned: ReadonlySet<number>;
}

/** The language of the source that stands in for a base language it does not speak: English. */
const standIn = 1033;

/**
 * Leaves out of a definition the labels in languages that the environment does not have: it would refuse them. Where its
 * base language is none of the source's, the English texts stand in for it.
 */
export function inLanguages<Value>(value: Value, languages: Languages): Value {
  return translate(value, languages) as Value;
}

function translate(value: unknown, languages: Languages): unknown {
  if (Array.isArray(value)) return value.map((item) => translate(item, languages));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      name === 'LocalizedLabels' && Array.isArray(inner)
        ? spoken(inner, languages)
        : translate(inner, languages),
    ]),
  );
}

function spoken(labels: readonly Json[], { base, provisioned }: Languages): readonly Json[] {
  const kept = labels.filter(({ LanguageCode }) => provisioned.has(Number(LanguageCode)));
  if (kept.some(({ LanguageCode }) => LanguageCode === base)) return kept;
  return [
    ...kept,
    ...labels
      .filter(({ LanguageCode }) => LanguageCode === standIn)
      .map((label) => ({ ...label, LanguageCode: base })),
  ];
}
