import { below, everythingBelow, value } from '../../read/markup.js';
import type { TableComponent } from '../../read/solutionSource.js';
import type { Looked, Rule } from '../../rule.js';

const directive = '$LocLabels:';

/** Every `$LocLabels:` names a label of the same ribbon, and every label is named. */
export const labels: Rule = {
  name: 'ribbon/labels',
  look: ({ ribbons }) => ribbons.flatMap(lookAt),
};

function lookAt({ file, element }: TableComponent): readonly Looked[] {
  const defined = new Set(below(element, 'LocLabel').map((label) => value(label, 'Id')));
  const uses = everythingBelow(element).flatMap((user) =>
    Array.from(user.attributes)
      .filter(({ value: text }) => text.startsWith(directive))
      .map(({ name, value: text }) => ({ user, name, id: text.slice(directive.length) })),
  );
  const named = new Set(uses.map(({ id }) => id));
  return [
    ...uses.map(({ user, name, id }) => ({
      file,
      problem: defined.has(id)
        ? undefined
        : `${name} of ${value(user, 'Id')} is the label ${id}, which LocLabels has not. Add a LocLabel, or correct the name.`,
    })),
    ...[...defined].map((id) => ({
      file,
      problem: named.has(id) ? undefined : `Nothing shows the LocLabel ${id}. Remove it.`,
    })),
  ];
}
