import { errors } from '../../errors.js';
import { foldFor } from '../comparand.js';
import { likePattern } from '../likePattern.js';
import { sql, type Sql } from '../sql.js';
import type { Operator, OperatorCall, Operators } from './operator.js';
import { onlyValue } from './values.js';

/** Wildcards act in every one of them, as Dataverse translates them all to LIKE. */
const like =
  (before: string, after: string): Operator =>
  (call) => {
    const text = foldFor(call.operand.column, String(onlyValue(call) ?? ''));
    return sql`${searched(call)} GLOB ${likePattern(`${before}${text}${after}`)}`;
  };

const notLike =
  (before: string, after: string): Operator =>
  (call) =>
    sql`(NOT ${like(before, after)(call)} OR ${call.operand.value} IS NULL)`;

function searched({ operand }: OperatorCall): Sql {
  const { column } = operand;
  if (column.type === 'nvarchar' || column.type === 'ntext') return operand.compared;
  if (column.targets.length > 0 || column.type === 'primarykey' || column.type === 'uniqueidentifier') {
    throw errors.invalidArgument(
      `The condition operator is not valid for the attribute '${column.logicalName}'.`,
    );
  }
  return sql`CAST(${operand.value} AS TEXT)`;
}

/** Patterns and beginnings of text. */
export const textOperators: Operators = {
  like: like('', ''),
  'not-like': notLike('', ''),
  'begins-with': like('', '%'),
  'not-begin-with': notLike('', '%'),
  'ends-with': like('%', ''),
  'not-end-with': notLike('%', ''),
};
