import { errors } from '../../errors.js';
import { anyOf, setOf, sql, type Sql } from '../sql.js';
import type { Operator, OperatorCall, Operators } from './operator.js';
import { comparands } from './values.js';

const isIn: Operator = (call) => sql`${call.operand.compared} IN ${setOf(comparands(call))}`;

const between: Operator = (call) => {
  const [low, high, ...rest] = comparands(call);
  if (low === undefined || high === undefined || rest.length > 0) {
    throw errors.invalidArgument(
      `The condition on '${call.operand.column.logicalName}' takes exactly two values.`,
    );
  }
  return sql`${call.operand.compared} BETWEEN ${low} AND ${high}`;
};

/** At least one of the values is among the row's choices. */
const containValues: Operator = (call) => {
  if (call.operand.column.type !== 'multiselectpicklist') {
    throw errors.invalidArgument(
      `The condition operator contain-values is not valid for the attribute '${call.operand.column.logicalName}'.`,
    );
  }
  return anyOf(comparands(call).map((value) => sql`instr(${call.operand.value}, ${value}) > 0`));
};

/** A row without a value is in no set. */
const orWithout =
  (operator: Operator): Operator =>
  (call: OperatorCall): Sql =>
    sql`(NOT ${operator(call)} OR ${call.operand.value} IS NULL)`;

/** Membership in a list of values, and lists of choices. */
export const setOperators: Operators = {
  in: isIn,
  'not-in': orWithout((call) => sql`(${isIn(call)})`),
  between,
  'not-between': orWithout((call) => sql`(${between(call)})`),
  'contain-values': containValues,
  'not-contain-values': orWithout(containValues),
};
