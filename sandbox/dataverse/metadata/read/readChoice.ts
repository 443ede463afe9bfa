import type { Element } from '@xmldom/xmldom';
import type { Choice, ChoiceOption } from '../model.js';
import { optional } from '../optional.js';
import { attributeOf, childOf, childrenOf, labelsOf, readXml } from '../xml.js';

/** A global choice: one file of `OptionSets/`. */
export function readGlobalChoice(file: string): Choice {
  const optionSet = readXml(file);
  if (attributeOf(optionSet, 'Name') === undefined) throw new Error(`${file}: the optionset has no Name.`);
  return readChoice(optionSet, true);
}

/**
 * An `optionset` element: options of a choice, of a two-option column, states or status reasons. The texts of a column's
 * own choice are the column's.
 */
export function readChoice(optionSet: Element, isGlobal: boolean): Choice {
  const lists = ['options', 'states', 'statuses'].map((list) => childOf(optionSet, list));
  return {
    name: optionSet.getAttribute('Name') ?? '',
    isGlobal,
    ...(isGlobal
      ? { labels: labelsOf(optionSet, 'displaynames'), ...descriptionsOf(optionSet) }
      : { labels: {} }),
    options: lists.flatMap((list) => childrenOf(list)).map(readOption),
  };
}

function readOption(option: Element): ChoiceOption {
  const state = attributeOf(option, 'state');
  const defaultStatus = attributeOf(option, 'defaultstatus');
  return {
    value: Number(option.getAttribute('value')),
    labels: labelsOf(option, 'labels'),
    ...descriptionsOf(option),
    ...optional('color', attributeOf(option, 'Color')),
    ...(state === undefined ? {} : { state: Number(state) }),
    ...(defaultStatus === undefined ? {} : { defaultStatus: Number(defaultStatus) }),
  };
}

function descriptionsOf(element: Element): Pick<Choice, 'descriptions'> {
  const descriptions = labelsOf(element, 'Descriptions');
  return Object.keys(descriptions).length === 0 ? {} : { descriptions };
}
