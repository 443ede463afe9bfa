import { quote } from '../../storage/columns.js';
import { raw, sql, type Sql } from '../sql.js';
import type { Operator, OperatorCall, Operators } from './operator.js';

const equalUser: Operator = ({ operand, session }) => sql`${operand.value} = ${session.caller.userId}`;

const notEqualUser: Operator = ({ operand, session }) =>
  sql`(${operand.value} <> ${session.caller.userId} OR ${operand.value} IS NULL)`;

const equalBusiness: Operator = ({ operand, session }) =>
  sql`${operand.value} = ${session.caller.businessUnitId}`;

const notEqualBusiness: Operator = ({ operand, session }) =>
  sql`(${operand.value} <> ${session.caller.businessUnitId} OR ${operand.value} IS NULL)`;

const inUserTeams: Operator = (call) => sql`${call.operand.value} IN ${teamsOf(call)}`;

const userOrTeams: Operator = (call) => sql`(${equalUser(call)} OR ${inUserTeams(call)})`;

const equalLanguage: Operator = ({ operand, session }) => sql`${operand.value} = ${session.caller.language}`;

function teamsOf({ session }: OperatorCall): Sql {
  const membership = session.organization.catalogue.manyToMany.find(
    ({ schemaName }) => schemaName === 'teammembership_association',
  );
  if (membership === undefined) return raw('(SELECT NULL WHERE 0)');
  const ends = [membership.first, membership.second];
  const column = (table: string) =>
    raw(quote(ends.find((end) => end.table === table)?.column ?? `${table}id`));
  return sql`(SELECT ${column('team')} FROM ${raw(quote(membership.intersect))} WHERE ${column('systemuser')} = ${session.caller.userId})`;
}

/** The caller, their teams, business unit and language. */
export const userOperators: Operators = {
  'eq-userid': equalUser,
  'ne-userid': notEqualUser,
  'eq-businessid': equalBusiness,
  'ne-businessid': notEqualBusiness,
  'eq-userteams': inUserTeams,
  'eq-useroruserteams': userOrTeams,
  'eq-userlanguage': equalLanguage,
};
