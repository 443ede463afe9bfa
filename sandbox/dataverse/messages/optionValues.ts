import type { Choice, ChoiceOption } from '../metadata/model.js';
import { nextValue, optionOf, requireFree } from '../webapi/define/body/options.js';
import { errors } from '../errors.js';
import { beginOptionChange, commitOptions } from './choicePlace.js';
import type { Message, MessageCall } from './message.js';
import { numberListParameter, numberParameter, optionalNumber } from './parameters.js';
import { complexResponse } from './response.js';

const noContent = { status: 204, headers: {} };

/** `InsertOptionValue` action: a new option of a choice, at its end. */
const insertOptionValue: Message = {
  name: 'InsertOptionValue',
  kind: 'action',
  binding: { to: 'nothing' },
  run: (call) => {
    const { change, place } = beginOptionChange(call);
    const { options } = place.choice;
    const value = optionalNumber(call, 'Value') ?? nextValue(options, change.rules.optionValuePrefix);
    requireFree(options, value);
    commitOptions(change, place, [...options, optionOf(call.parameters, value, change.rules)]);
    return complexResponse(call.request, 'InsertOptionValueResponse', { NewOptionValue: value });
  },
};

/** `UpdateOptionValue` action: other texts for an option. */
const updateOptionValue: Message = {
  name: 'UpdateOptionValue',
  kind: 'action',
  binding: { to: 'nothing' },
  run: (call) => {
    const { change, place } = beginOptionChange(call);
    const value = known(place.choice, call);
    commitOptions(
      change,
      place,
      place.choice.options.map((option) =>
        option.value === value ? optionOf(call.parameters, value, change.rules, option) : option,
      ),
    );
    return noContent;
  },
};

/** `DeleteOptionValue` action: takes an option away; rows that have its value keep it. */
const deleteOptionValue: Message = {
  name: 'DeleteOptionValue',
  kind: 'action',
  binding: { to: 'nothing' },
  run: (call) => {
    const { change, place } = beginOptionChange(call);
    const value = known(place.choice, call);
    const isState = place.choice.options.some(({ defaultStatus }) => defaultStatus !== undefined);
    if (isState || isDefaultStatus(place.states, value)) {
      throw errors.invalidArgument(
        `The option ${String(value)} is the platform's own: it cannot be deleted.`,
      );
    }
    commitOptions(
      change,
      place,
      place.choice.options.filter((option) => option.value !== value),
    );
    return noContent;
  },
};

/** `OrderOption` action: the order in which an app lists the options. */
const orderOption: Message = {
  name: 'OrderOption',
  kind: 'action',
  binding: { to: 'nothing' },
  run: (call) => {
    const { change, place } = beginOptionChange(call);
    const wanted = numberListParameter(call, 'Values');
    const ordered = wanted.flatMap((value) =>
      place.choice.options.filter((option) => option.value === value),
    );
    if (ordered.length !== place.choice.options.length || new Set(wanted).size !== wanted.length) {
      throw errors.invalidArgument('Values must name every option of the choice once.');
    }
    commitOptions(change, place, ordered);
    return noContent;
  },
};

/** The messages that change the options of a choice, a column's own or a global one ("Create and update choices"). */
export const optionValueMessages: readonly Message[] = [
  insertOptionValue,
  updateOptionValue,
  deleteOptionValue,
  orderOption,
];

function known({ options }: Choice, call: MessageCall): number {
  const value = numberParameter(call, 'Value');
  if (options.every((option) => option.value !== value))
    throw errors.invalidArgument(`The choice has no option ${String(value)}.`);
  return value;
}

function isDefaultStatus(states: readonly ChoiceOption[], value: number): boolean {
  return states.some(({ defaultStatus }) => defaultStatus === value);
}
