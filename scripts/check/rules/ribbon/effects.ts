import type { Element } from '@xmldom/xmldom';
import { child, children } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import type { Rule } from '../../rule.js';
import { inRibbons } from './commandElements.js';

/** What is clicked does something: a button's command has an action, a flyout has buttons. */
export const effects: Rule = {
  name: 'ribbon/effects',
  look: ({ ribbons }) => {
    const idle = new Set(
      inRibbons(ribbons, 'CommandDefinition')
        .filter(({ element }) => children(child(element, 'Actions')).length === 0)
        .map(({ element }) => value(element, 'Id')),
    );
    return inRibbons(ribbons, 'Button', 'FlyoutAnchor').map(({ file, element }) => ({
      file,
      problem: problemOf(element, idle),
    }));
  },
};

/** @param idle commands without an action */
function problemOf(control: Element, idle: ReadonlySet<string>): string | undefined {
  const id = value(control, 'Id');
  if (control.nodeName === 'FlyoutAnchor')
    return below(control, 'Button').length > 0
      ? undefined
      : `The menu of ${id} has no buttons. Add a Menu with some, or make it a Button.`;
  const command = value(control, 'Command');
  return idle.has(command)
    ? `Button ${id} does nothing: Actions of ${command} is empty. Add a JavaScriptFunction.`
    : undefined;
}
