import { errors } from '../../errors.js';
import type { SqlValue } from '../../storage/store.js';
import { comparand, type ConditionValue } from '../comparand.js';
import type { OperatorCall } from './operator.js';

/** The one value of an operator, as it was given. Throws 400 when there is none or more. */
export function onlyValue({ operand, values }: OperatorCall): ConditionValue {
  const [value] = values;
  if (values.length !== 1 || value === undefined) {
    throw errors.invalidArgument(
      `The condition on '${operand.column.logicalName}' takes exactly one value, but has ${String(values.length)}.`,
    );
  }
  return value;
}

/** The one value of an operator, ready to be compared with what is stored. */
export function onlyComparand(call: OperatorCall): SqlValue {
  return comparand(call.operand.column, onlyValue(call));
}

/** Every value of an operator, ready to be compared. Throws 400 when there is none. */
export function comparands({ operand, values }: OperatorCall): SqlValue[] {
  if (values.length === 0) {
    throw errors.invalidArgument(
      `The condition on '${operand.column.logicalName}' takes at least one value.`,
    );
  }
  return values.map((value) => comparand(operand.column, value));
}

/** The number x of last-x-days and its like: whole, 1 or more. */
export function countValue(call: OperatorCall): number {
  const count = Number(onlyValue(call));
  if (!Number.isInteger(count) || count < 1) {
    throw errors.invalidArgument(
      `The condition on '${call.operand.column.logicalName}' takes a whole number greater than zero.`,
    );
  }
  return count;
}
