import type { Element } from '@xmldom/xmldom';
import { child, children } from '../../../solution/xml.js';
import { value } from '../../read/markup.js';
import type { TableComponent } from '../../read/solutionSource.js';
import type { Looked, Rule } from '../../rule.js';
import { definedRules, inRibbons, isPlatforms, ruleKinds } from './commandElements.js';

/**
 * Every rule that a command names is defined in its own ribbon, since one table's is loaded without the others', and every
 * rule that is defined is named.
 */
export const rulesDefined: Rule = {
  name: 'ribbon/rulesDefined',
  look: ({ ribbons }) => ribbons.flatMap((ribbon) => ruleKinds.flatMap((kind) => lookAt([ribbon], kind))),
};

function lookAt(ribbons: readonly TableComponent[], kind: (typeof ruleKinds)[number]): readonly Looked[] {
  const { item, list } = kind;
  const definitions = definedRules(ribbons, kind);
  const uses = inRibbons(ribbons, 'CommandDefinition').flatMap(({ file, element }) =>
    children(child(element, list), item).map((use) => ({ file, id: idOf(use), command: idOf(element) })),
  );
  const defined = new Set(definitions.map(({ element }) => idOf(element)));
  const named = new Set(uses.map(({ id }) => id));
  return [
    ...uses.map(({ file, id, command }) => ({
      file,
      problem:
        defined.has(id) || isPlatforms(id)
          ? undefined
          : `Command ${command} names the ${item} ${id}, which its ribbon does not define. Define it in RuleDefinitions, or correct the name.`,
    })),
    ...definitions.map(({ file, element }) => ({
      file,
      problem: named.has(idOf(element))
        ? undefined
        : `No command names the ${item} ${idOf(element)}. Remove it, or name it in its command.`,
    })),
  ];
}

const idOf = (element: Element): string => value(element, 'Id');
