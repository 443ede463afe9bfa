import { value } from '../../read/markup.js';
import type { TableComponent } from '../../read/solutionSource.js';
import type { Looked, Rule } from '../../rule.js';
import { controlNames, inRibbons, isPlatforms } from './commandElements.js';

/**
 * Every control has a command that its own ribbon defines, since one table's is loaded without the others', and every
 * command a control.
 */
export const commands: Rule = {
  name: 'ribbon/commands',
  look: ({ ribbons }) => ribbons.flatMap(lookAt),
};

function lookAt(ribbon: TableComponent): readonly Looked[] {
  const controls = inRibbons([ribbon], ...controlNames);
  const definitions = inRibbons([ribbon], 'CommandDefinition');
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
            : `${element.nodeName} ${value(element, 'Id')} has the Command ${command || '(none)'}, which its ribbon does not define. Add its CommandDefinition, or correct the name.`,
      };
    }),
    ...definitions.map(({ file, element }) => {
      const id = value(element, 'Id');
      return {
        file,
        problem: named.has(id) ? undefined : `No button has the command ${id}. Remove it, or add its button.`,
      };
    }),
  ];
}
