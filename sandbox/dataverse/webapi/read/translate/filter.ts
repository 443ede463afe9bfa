import { errors } from '../../../errors.js';
import type { Comparison, Filter } from '../../../query/model.js';
import type { BinaryOperator, Call, Expression } from '../../url/expression.js';
import { isQueryFunction, queryFunction } from './functions.js';
import { lambdaFilter } from './lambda.js';
import { requireComparable, requireLiteral } from './literals.js';
import { startOf, type Names } from './names.js';

type Binary = Extract<Expression, { kind: 'binary' }>;

const flipped: Readonly<Record<Comparison, Comparison>> = {
  eq: 'eq',
  ne: 'ne',
  gt: 'lt',
  ge: 'le',
  lt: 'gt',
  le: 'ge',
};

const textFunctions: Readonly<Record<string, (value: string) => { operator: string; value: string }>> = {
  contains: (value) => ({ operator: 'like', value: `%${value}%` }),
  startswith: (value) => ({ operator: 'begins-with', value }),
  endswith: (value) => ({ operator: 'ends-with', value }),
};

/**
 * A `$filter` expression as a filter of the query language. Joins that paths need are gathered in the places.
 * @throws DataverseError 400 for unknown names, wrong types and operators that Dataverse has not.
 */
export function translateFilter(expression: Expression, names: Names): Filter {
  switch (expression.kind) {
    case 'binary':
      return translateBinary(expression, names);
    case 'not':
      return { kind: 'not', part: translateFilter(expression.operand, names) };
    case 'call':
      return translateCall(expression, names);
    case 'lambda':
      return lambdaFilter(expression, names, translateFilter);
    case 'path':
      return truth(expression.steps, names);
    case 'literal':
      if (expression.literal.type === 'boolean')
        return { kind: expression.literal.value ? 'and' : 'or', parts: [] };
      throw notBoolean();
    case 'list':
      throw notBoolean();
  }
}

function notBoolean() {
  return errors.badQuery('The $filter expression must evaluate to a single boolean value.');
}

/** A two-options column by itself. */
function truth(steps: readonly string[], names: Names): Filter {
  const { place, rest } = startOf(steps, names);
  const { path, column } = place.column(rest);
  if (column.type !== 'bit') throw notBoolean();
  return { kind: 'condition', path, operator: 'eq', values: [true] };
}

function translateBinary(binary: Binary, names: Names): Filter {
  const { operator, left, right } = binary;
  if (operator === 'and' || operator === 'or') {
    return { kind: operator, parts: chain(binary).map((part) => translateFilter(part, names)) };
  }
  if (operator === 'in') throw errors.badQuery('The query node In is not supported.');
  if (left.kind === 'path' && right.kind === 'path')
    return compareColumns(left.steps, operator, right.steps, names);
  if (left.kind === 'path') return compareValue(left.steps, operator, right, names);
  if (right.kind === 'path') return compareValue(right.steps, flipped[operator], left, names);
  return compareTruth(left, operator, right, names);
}

/**
 * What `a or b or c` joins. The parser makes pairs of it, as deep as the chain is long: hundreds of conditions in a
 * row are common, and neither the stack here nor SQLite's would hold them.
 */
function chain({ operator, left, right }: Binary): readonly Expression[] {
  const parts = [right];
  let rest = left;
  while (rest.kind === 'binary' && rest.operator === operator) {
    parts.push(rest.right);
    rest = rest.left;
  }
  return [rest, ...parts.reverse()];
}

function compareColumns(
  left: readonly string[],
  operator: Comparison,
  right: readonly string[],
  names: Names,
): Filter {
  const [one, other] = [left, right].map((steps) => {
    const { place, rest } = startOf(steps, names);
    return place.column(rest).path;
  });
  if (one === undefined || other === undefined) throw notBoolean();
  return { kind: 'compare', left: one, operator, right: other };
}

function compareValue(
  steps: readonly string[],
  operator: Comparison,
  other: Expression,
  names: Names,
): Filter {
  const literal = requireLiteral(other);
  const { place, rest } = startOf(steps, names);
  const { path, column } = place.column(rest);
  requireComparable(column, literal, operatorKinds[operator]);
  return { kind: 'condition', path, operator, values: [literal.value] };
}

const operatorKinds: Readonly<Record<Exclude<BinaryOperator, 'and' | 'or' | 'in'>, string>> = {
  eq: 'Equal',
  ne: 'NotEqual',
  gt: 'GreaterThan',
  ge: 'GreaterThanOrEqual',
  lt: 'LessThan',
  le: 'LessThanOrEqual',
};

/** `contains(name,'a') eq true` and its like. */
function compareTruth(left: Expression, operator: Comparison, right: Expression, names: Names): Filter {
  const [condition, constant] = right.kind === 'literal' ? [left, right] : [right, left];
  const literal = requireLiteral(constant);
  if (condition.kind === 'literal') throw notBoolean();
  const part = translateFilter(condition, names);
  if (literal.type !== 'boolean' || (operator !== 'eq' && operator !== 'ne')) throw notBoolean();
  return literal.value === (operator === 'eq') ? part : { kind: 'not', part };
}

function translateCall(call: Call, names: Names): Filter {
  if (isQueryFunction(call)) {
    const { place, rest } = startOf([...(call.on ?? []), ''], names);
    if (rest.length > 1)
      throw errors.badQuery(`The function '${call.name}' is called on a row, not on '${rest[0] ?? ''}'.`);
    return queryFunction(call, place);
  }
  const textFunction = Object.hasOwn(textFunctions, call.name) ? textFunctions[call.name] : undefined;
  if (textFunction === undefined) {
    throw errors.badQuery(
      `An unknown function with name '${call.name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`,
    );
  }
  const [target, constant, ...more] = call.positional;
  const literal = requireLiteral(constant);
  if (target?.kind !== 'path' || literal.type !== 'string' || more.length > 0) {
    throw errors.badQuery(
      `No function signature for the function with name '${call.name}' matches the specified arguments.`,
    );
  }
  const { place, rest } = startOf(target.steps, names);
  const { operator, value } = textFunction(literal.value);
  return { kind: 'condition', path: place.column(rest).path, operator, values: [value] };
}
