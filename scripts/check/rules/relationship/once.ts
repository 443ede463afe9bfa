import { readRelationshipElements, relationshipList } from '../../read/readRelationships.js';
import { below, value } from '../../read/markup.js';
import type { Looked, Rule } from '../../rule.js';

/** A relationship is listed once and defined once. */
export const once: Rule = {
  name: 'relationship/once',
  look: ({ files }) => [
    ...repeated(
      below(files.get(relationshipList)?.root, 'EntityRelationship').map((entry) => ({
        file: relationshipList,
        name: value(entry, 'Name'),
      })),
      'listed',
    ),
    ...repeated(readRelationshipElements(files), 'defined'),
  ],
};

function repeated(
  all: readonly { readonly file: string; readonly name: string }[],
  what: string,
): readonly Looked[] {
  const names = all.map(({ name }) => name.toLowerCase());
  return all.map(({ file, name }, index) => ({
    file,
    problem:
      names.indexOf(name.toLowerCase()) === index ? undefined : `${name} is ${what} twice. Remove one.`,
  }));
}
