import type { Element } from '@xmldom/xmldom';
import type { Choice, ChoiceOption } from './model.js';
import { attributeOf, childOf, childrenOf, labelsOf, readXml } from './xml.js';

/** A global choice: one file of `OptionSets/`. */
export function readGlobalChoice(file: string): Choice {
  const optionSet = readXml(file);
  if (attributeOf(optionSet, 'Name') === undefined) throw new Error(`${file}: the optionset has no Name.`);
  return readChoice(optionSet, true);
}

/** An `optionset` element: options of a choice, of a two-option column, states or status reasons. */
export function readChoice(optionSet: Element, isGlobal: boolean): Choice {
  const lists = ['options', 'states', 'statuses'].map((list) => childOf(optionSet, list));
  return {
    name: optionSet.getAttribute('Name') ?? '',
    isGlobal,
    labels: labelsOf(optionSet, 'displaynames'),
    options: lists.flatMap((list) => childrenOf(list)).map(readOption),
  };
}

function readOption(option: Element): ChoiceOption {
  const state = attributeOf(option, 'state');
  const defaultStatus = attributeOf(option, 'defaultstatus');
  return {
    value: Number(option.getAttribute('value')),
    labels: labelsOf(option, 'labels'),
    ...(state === undefined ? {} : { state: Number(state) }),
    ...(defaultStatus === undefined ? {} : { defaultStatus: Number(defaultStatus) }),
  };
}
