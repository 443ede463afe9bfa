import type { Element } from '@xmldom/xmldom';
import { menuBehavior, menuGroup } from '../associatedMenu.js';
import type { AssociatedMenu } from '../model.js';
import { optional } from '../optional.js';
import { labelsOf, numberOf, textOf } from '../xml.js';

/** How an app lists related rows, as a role of a relationship says it; undefined when the role says nothing of it. */
export function readMenu(role: Element | undefined): AssociatedMenu | undefined {
  const behavior = menuBehavior(textOf(role, 'NavPaneDisplayOption'));
  if (behavior === undefined) return undefined;
  return {
    behavior,
    group: menuGroup(textOf(role, 'NavPaneArea')) ?? 'Details',
    ...optional('order', numberOf(role, 'NavPaneOrder')),
    labels: labelsOf(role, 'CustomLabels'),
  };
}
