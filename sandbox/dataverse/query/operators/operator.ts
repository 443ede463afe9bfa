import type { Session } from '../../organization/organization.js';
import type { ConditionValue } from '../comparand.js';
import type { Operand } from '../scope.js';
import type { Sql } from '../sql.js';

/** What an operator needs to become SQL: the column, the values beside it, and who asks (for eq-userid and today). */
export interface OperatorCall {
  readonly operand: Operand;
  readonly values: readonly ConditionValue[];
  readonly session: Session;
}

/** Writes one condition as SQL. Throws DataverseError 400 for values that do not fit the column. */
export type Operator = (call: OperatorCall) => Sql;

/** Operators by FetchXML's names (learn.microsoft.com, "FetchXML condition operators"). */
export type Operators = Readonly<Record<string, Operator>>;
