import { value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';
import { controlNames, inRibbons, isPlatforms } from './commandElements.js';

/** Every control has a command that is defined, and every command a control. */
export const commands: Rule = {
  name: 'ribbon/commands',
  look: ({ ribbons }) => {
    const controls = inRibbons(ribbons, ...controlNames);
    const definitions = inRibbons(ribbons, 'CommandDefinition');
    const named = new Set(controls.map(({ element }) => value(element, 'Command')));
    const defined = new Set(definitions.map(({ element }) => value(element, 'Id')));
    return [
      ...controls.map(({ file, element }) => {
        const command = value(element, 'Command');
        return {
          file,
          problem:
            defined.has(command) || isPlatforms(command)
              ? undefined
              : `${element.nodeName} ${value(element, 'Id')} has the Command ${command || '(none)'}, which no ribbon defines. Add its CommandDefinition, or correct the name.`,
        };
      }),
      ...definitions.map(({ file, element }) => {
        const id = value(element, 'Id');
        return {
          file,
          problem: named.has(id)
            ? undefined
            : `No button has the command ${id}. Remove it, or add its button.`,
        };
      }),
    ];
  },
};
