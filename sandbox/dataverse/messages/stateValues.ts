import { errors } from '../errors.js';
import { nextValue, optionOf, requireFree } from '../webapi/define/body/options.js';
import { beginOptionChange, commitOptions } from './choicePlace.js';
import type { Message } from './message.js';
import { numberParameter, optionalNumber } from './parameters.js';
import { complexResponse } from './response.js';

/** `InsertStatusValue` action: a new status reason of a state. */
const insertStatusValue: Message = {
  name: 'InsertStatusValue',
  kind: 'action',
  binding: { to: 'nothing' },
  run: (call) => {
    const { change, place } = beginOptionChange(call, 'statuscode');
    const { options } = place.choice;
    const state = numberParameter(call, 'StateCode');
    if (place.states.every(({ value }) => value !== state))
      throw errors.invalidArgument(`The table has no state ${String(state)}.`);
    const value = optionalNumber(call, 'Value') ?? nextValue(options, change.rules.optionValuePrefix);
    requireFree(options, value);
    const added = { ...optionOf(call.parameters, value, change.rules), state };
    commitOptions(change, place, [...options, added]);
    return complexResponse(call.request, 'InsertStatusValueResponse', { NewOptionValue: value });
  },
};

/** `UpdateStateValue` action: other texts for a state, and another status reason that rows get with it. */
const updateStateValue: Message = {
  name: 'UpdateStateValue',
  kind: 'action',
  binding: { to: 'nothing' },
  run: (call) => {
    const { change, place } = beginOptionChange(call, 'statecode');
    const value = numberParameter(call, 'Value');
    const before = place.choice.options.find((option) => option.value === value);
    if (before === undefined) throw errors.invalidArgument(`The table has no state ${String(value)}.`);
    const status = optionalNumber(call, 'DefaultStatusCode') ?? before.defaultStatus;
    if (!place.statuses.some((option) => option.value === status && option.state === value))
      throw errors.invalidArgument(`The state ${String(value)} has no status reason ${String(status)}.`);
    const changed = {
      ...optionOf(call.parameters, value, change.rules, before),
      ...(status === undefined ? {} : { defaultStatus: status }),
    };
    commitOptions(
      change,
      place,
      place.choice.options.map((option) => (option.value === value ? changed : option)),
    );
    return { status: 204, headers: {} };
  },
};

/** The messages that change the states and status reasons of a table. */
export const stateValueMessages: readonly Message[] = [insertStatusValue, updateStateValue];
