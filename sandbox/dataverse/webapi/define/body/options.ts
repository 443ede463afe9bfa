import { errors } from '../../../errors.js';
import type { Choice, ChoiceOption } from '../../../metadata/model.js';
import { optional } from '../../../metadata/optional.js';
import type { JsonObject } from '../../write/jsonBody.js';
import { labelsOf, type LabelRules } from './label.js';
import { numberOf, objectOf, objectsOf, required, textOf } from './properties.js';

/** Labels, and where the values begin that the platform chooses: the publisher's prefix and four zeros. */
export interface OptionRules extends LabelRules {
  readonly optionValuePrefix: number;
}

/**
 * The options of an OptionSetMetadata. A value that is left out is the next free one of the publisher's.
 *
 * @throws DataverseError 400 for two options of one value
 */
export function optionsOf(optionSet: JsonObject, rules: OptionRules): readonly ChoiceOption[] {
  const options: ChoiceOption[] = [];
  for (const body of objectsOf(optionSet, 'Options')) {
    const value = numberOf(body, 'Value') ?? nextValue(options, rules.optionValuePrefix);
    requireFree(options, value);
    options.push(optionOf(body, value, rules));
  }
  return options;
}

/** The two options of a BooleanOptionSetMetadata. */
export function twoOptionsOf(optionSet: JsonObject, rules: LabelRules): readonly ChoiceOption[] {
  return [
    optionOf(required(objectOf(optionSet, 'FalseOption'), 'FalseOption'), 0, rules),
    optionOf(required(objectOf(optionSet, 'TrueOption'), 'TrueOption'), 1, rules),
  ];
}

/** One option as a request holds it; what it does not say stays as `before`. */
export function optionOf(
  body: JsonObject,
  value: number,
  rules: LabelRules,
  before?: ChoiceOption,
): ChoiceOption {
  const descriptions = labelsOf(body, 'Description', rules, before?.descriptions);
  return {
    ...before,
    value,
    labels: labelsOf(body, 'Label', rules, before?.labels),
    ...(Object.keys(descriptions).length === 0 ? {} : { descriptions }),
    ...optional('color', textOf(body, 'Color') ?? before?.color),
  };
}

/** The value of a new option of which the request says none. */
export function nextValue(options: Choice['options'], prefix: number): number {
  const first = prefix * 10_000;
  const own = options.map(({ value }) => value).filter((value) => value >= first && value < first + 10_000);
  return own.length === 0 ? first : Math.max(...own) + 1;
}

/** @throws DataverseError 400 when an option of this value exists */
export function requireFree(options: Choice['options'], value: number): void {
  if (options.some((option) => option.value === value)) {
    throw errors.invalidArgument(`The option value ${String(value)} already exists in this choice.`);
  }
}
