import { value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';
import { controlNames, definedRules, inRibbons, ruleKinds } from './commandElements.js';

const parts = ['CustomAction', 'Menu', 'MenuSection', 'Controls', 'CommandDefinition', 'LocLabel'] as const;

/**
 * Ids are given once: all tables share them. Each begins with publisher and table, so that no other solution has it.
 */
export const ids: Rule = {
  name: 'ribbon/ids',
  look: ({ ribbons, prefix }) => {
    const given = [
      ...inRibbons(ribbons, ...parts, ...controlNames),
      ...ruleKinds.flatMap((kind) => definedRules(ribbons, kind)),
    ].map(({ element, ...place }) => ({ ...place, id: value(element, 'Id'), name: element.nodeName }));
    const count = new Map<string, number>();
    for (const { id } of given) count.set(id, (count.get(id) ?? 0) + 1);
    return given.map(({ file, table, id, name }) => {
      const start = `${prefix}.${table}.`;
      if (!id.startsWith(start))
        return { file, problem: `${name} has the Id ${id || '(none)'}. Begin it with ${start}` };
      return {
        file,
        problem: count.get(id) === 1 ? undefined : `The Id ${id} is given twice. Give this ${name} its own.`,
      };
    });
  },
};
