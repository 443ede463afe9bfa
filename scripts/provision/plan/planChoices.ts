import type { Found } from '../found/found.js';
import type { Wanted } from '../definition/wanted.js';
import { differences } from './differences.js';
import { overlay, pick } from './overlay.js';
import { planOptions } from './planOptions.js';
import { create, replace, type Step } from './step.js';

/** The global choices: they come before the columns that use them. */
export function planChoices({ choices, solution }: Wanted, found: Found): readonly Step[] {
  return choices.flatMap(({ name, definition, options }) => {
    const there = found.choices.get(name);
    if (there === undefined)
      return [create(`Create choice ${name}`, 'GlobalOptionSetDefinitions', definition)];
    const texts = pick(definition, ['DisplayName', 'Description']);
    const update =
      differences(texts, there).length === 0
        ? []
        : [
            replace(
              `Change choice ${name}`,
              `GlobalOptionSetDefinitions(${String(there.MetadataId)})`,
              overlay(there, texts),
            ),
          ];
    return [...update, ...planOptions({ kind: 'choice', name }, options, there, solution.uniqueName)];
  });
}
