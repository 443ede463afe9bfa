import type { Element } from '@xmldom/xmldom';
import { below, value } from '../../read/markup.js';
import type { TableComponent } from '../../read/solutionSource.js';
import type { Rule } from '../../rule.js';
import { controlNames, definedRules, inRibbons, ruleKinds } from './commandElements.js';

const [enableRules] = ruleKinds;

/**
 * On the list of a table there is no form: its commands and their rules take SelectedControl, not PrimaryControl
 * ("Pass data from a page as a parameter to ribbon actions").
 */
export const homeGrid: Rule = {
  name: 'ribbon/homeGrid',
  look: ({ ribbons }) =>
    commandsOfLists(ribbons).map(({ file, element }) => ({
      file,
      problem: calls(element, ribbons).some(takesForm)
        ? `Command ${value(element, 'Id')} stands on a list and takes PrimaryControl, a form. Take SelectedControl.`
        : undefined,
    })),
};

function commandsOfLists(ribbons: readonly TableComponent[]) {
  const onLists = new Set(
    inRibbons(ribbons, 'CustomAction')
      .filter(({ element }) => value(element, 'Location').startsWith('Mscrm.HomepageGrid.'))
      .flatMap(({ element }) => below(element, ...controlNames).map((control) => value(control, 'Command'))),
  );
  return inRibbons(ribbons, 'CommandDefinition').filter(({ element }) => onLists.has(value(element, 'Id')));
}

/** The functions of a command: its actions, and the custom rules it names. */
function calls(command: Element, ribbons: readonly TableComponent[]): readonly Element[] {
  const named = new Set(below(command, enableRules.item).map((rule) => value(rule, 'Id')));
  return [
    ...below(command, 'JavaScriptFunction'),
    ...definedRules(ribbons, enableRules)
      .filter(({ element }) => named.has(value(element, 'Id')))
      .flatMap(({ element }) => below(element, 'CustomRule')),
  ];
}

const takesForm = (call: Element): boolean =>
  below(call, 'CrmParameter').some((parameter) => value(parameter, 'Value') === 'PrimaryControl');
