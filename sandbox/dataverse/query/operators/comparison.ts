import { raw, sql, type Sql } from '../sql.js';
import type { Operator, OperatorCall, Operators } from './operator.js';
import { onlyComparand } from './values.js';

const equal: Operator = (call) => {
  const value = onlyComparand(call);
  return value === null ? isNull(call) : sql`${call.operand.compared} = ${value}`;
};

/** A row without a value is not equal to any: Dataverse returns it for ne. */
const notEqual: Operator = (call) => {
  const value = onlyComparand(call);
  if (value === null) return isNotNull(call);
  return sql`(${call.operand.compared} <> ${value} OR ${call.operand.value} IS NULL)`;
};

/** What is compared is null when the value is, and may have an index where the value has none. */
const isNull: Operator = ({ operand }) => sql`${operand.compared} IS NULL`;

const isNotNull: Operator = ({ operand }) => sql`${operand.value} IS NOT NULL`;

const ordered =
  (symbol: string): Operator =>
  (call) =>
    compareTo(call, symbol);

function compareTo(call: OperatorCall, symbol: string): Sql {
  return sql`${call.operand.compared} ${raw(symbol)} ${onlyComparand(call)}`;
}

/** Equality, order and emptiness. */
export const comparisonOperators: Operators = {
  eq: equal,
  ne: notEqual,
  neq: notEqual,
  gt: ordered('>'),
  ge: ordered('>='),
  lt: ordered('<'),
  le: ordered('<='),
  null: isNull,
  'not-null': isNotNull,
};
