import type { Element } from '@xmldom/xmldom';
import type { Json } from '../../environment/environment.js';
import { child, children } from '../../solution/xml.js';
import type { OptionSource } from './wanted.js';
import { labelOf } from './label.js';

/** Options, states and status reasons are written alike, under three names. */
const lists = [
  ['options', 'option'],
  ['states', 'state'],
  ['statuses', 'status'],
] as const;

/** The values of an `optionset` element. */
export function readOptions(optionSet: Element): readonly OptionSource[] {
  return lists
    .flatMap(([list, item]) => children(child(optionSet, list), item))
    .map((option) => ({
      value: Number(option.getAttribute('value')),
      label: labelOf(option, 'labels'),
      description: labelOf(option, 'Descriptions'),
      ...given('color', option.getAttribute('Color')),
      ...given('state', numberOf(option, 'state')),
      ...given('defaultStatus', numberOf(option, 'defaultstatus')),
    }));
}

/** OptionMetadata. */
export function describeOption({ value, label, description, color }: OptionSource): Json {
  return { Value: value, Label: label, Description: description, ...given('Color', color) };
}

const numberOf = (element: Element, name: string): number | undefined =>
  element.hasAttribute(name) ? Number(element.getAttribute(name)) : undefined;

/** A property that is left out when there is nothing to say. */
function given<Name extends string, Value>(
  name: Name,
  value: Value | null | undefined | '',
): { readonly [key in Name]?: Value } {
  return (value === undefined || value === null || value === '' ? {} : { [name]: value }) as {
    readonly [key in Name]?: Value;
  };
}
