import { errors } from '../errors.js';
import { conditionOperand } from './conditionOperand.js';
import type { Condition } from './model.js';
import { comparisonOperators } from './operators/comparison.js';
import { dateOperators } from './operators/date.js';
import { hierarchyOperators } from './operators/hierarchy.js';
import type { Operators } from './operators/operator.js';
import { setOperators } from './operators/set.js';
import { textOperators } from './operators/text.js';
import { userOperators } from './operators/user.js';
import type { Scope } from './scope.js';
import type { Sql } from './sql.js';

const operators: Operators = {
  ...comparisonOperators,
  ...textOperators,
  ...setOperators,
  ...dateOperators,
  ...userOperators,
  ...hierarchyOperators,
};

/** Operators that Dataverse has and the sandbox has not. */
const notEmulated =
  /fiscal|^(eq-useroruserhierarchy|eq-useroruserhierarchyandteams|eq-userhierarchy.*|not-under-.*)$/;

/**
 * One condition as SQL.
 * @throws DataverseError 400 for an unknown operator or a value that does not fit the column, 403 for what the caller
 * may not search, 501 for fiscal periods and user hierarchies.
 */
export function conditionSql(condition: Condition, scope: Scope): Sql {
  const operator = Object.hasOwn(operators, condition.operator) ? operators[condition.operator] : undefined;
  if (operator === undefined) {
    if (notEmulated.test(condition.operator))
      throw errors.notEmulated(`the operator '${condition.operator}'`);
    throw errors.invalidArgument(`The condition operator '${condition.operator}' is not valid.`);
  }
  return operator({
    operand: conditionOperand(condition.path, scope),
    values: condition.values,
    session: scope.session,
  });
}
