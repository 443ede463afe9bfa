import { errors } from '../../../errors.js';
import type { Condition } from '../../../query/model.js';
import type { Call, Expression } from '../../url/expression.js';
import type { Place } from './joins.js';
import { requireLiteral } from './literals.js';

/** Web API query functions whose operator does not follow from their name ("Web API query function reference"). */
const named: Readonly<Record<string, string>> = {
  In: 'in',
  NotIn: 'not-in',
  Between: 'between',
  NotBetween: 'not-between',
  On: 'on',
  NotOn: 'not-on',
  OnOrBefore: 'on-or-before',
  OnOrAfter: 'on-or-after',
  Today: 'today',
  Tomorrow: 'tomorrow',
  Yesterday: 'yesterday',
  Last7Days: 'last-seven-days',
  Next7Days: 'next-seven-days',
  EqualUserId: 'eq-userid',
  NotEqualUserId: 'ne-userid',
  EqualBusinessId: 'eq-businessid',
  NotEqualBusinessId: 'ne-businessid',
  EqualUserTeams: 'eq-userteams',
  EqualUserOrUserTeams: 'eq-useroruserteams',
  EqualUserLanguage: 'eq-userlanguage',
  BeginsWith: 'begins-with',
  DoesNotBeginWith: 'not-begin-with',
  EndsWith: 'ends-with',
  DoesNotEndWith: 'not-end-with',
  ContainValues: 'contain-values',
  DoesNotContainValues: 'not-contain-values',
  Above: 'above',
  AboveOrEqual: 'eq-or-above',
  Under: 'under',
  UnderOrEqual: 'eq-or-under',
  NotUnder: 'not-under',
};

const notEmulated = /Fiscal|UserHierarchy|^Contains$/;
const prefix = 'Microsoft.Dynamics.CRM.';

/** Whether a call is one of Dataverse's own functions. */
export function isQueryFunction({ name }: Call): boolean {
  return name.startsWith(prefix);
}

/**
 * One of Dataverse's query functions as a condition.
 * @throws DataverseError 400 for an unknown function or property, 501 for fiscal periods and user hierarchies.
 */
export function queryFunction(call: Call, place: Place): Condition {
  const name = call.name.slice(prefix.length);
  const operator = operatorOf(name);
  const property = requireLiteral(call.named.get('PropertyName'));
  if (property.type !== 'string')
    throw errors.badQuery(`The parameter PropertyName of '${name}' is a string.`);
  const { path } = place.column(functionSteps(place, property.value));
  const values = [
    ...valuesOf(call.named.get('PropertyValue')),
    ...valuesOf(call.named.get('PropertyValues')),
  ];
  return { kind: 'condition', path, operator, values };
}

function operatorOf(name: string): string {
  const relative = /^(Last|This|Next)(Week|Month|Year)$/.exec(name);
  if (relative !== null) return `${relative[1] ?? ''}-${relative[2] ?? ''}`.toLowerCase();
  const counted = /^(Last|Next|OlderThan)X(Minutes|Hours|Days|Weeks|Months|Years)$/.exec(name);
  if (counted !== null) return `${counted[1] ?? ''}-x-${counted[2] ?? ''}`.toLowerCase();
  const operator = Object.hasOwn(named, name) ? named[name] : undefined;
  if (operator !== undefined) return operator;
  if (notEmulated.test(name)) throw errors.notEmulated(`the query function ${name}`);
  throw errors.badQuery(
    `An unknown function with name '${prefix}${name}' was found. This may also be a function import or a key lookup on a navigation property, which is not allowed.`,
  );
}

/** These functions name columns by their logical name, so a lookup may come without its underscores. */
function functionSteps(place: Place, property: string): string[] {
  const steps = property.split('/');
  const last = steps.at(-1) ?? '';
  const { table } = place.follow(steps.slice(0, -1));
  const isLookup = (table.columns.get(last)?.targets.length ?? 0) > 0;
  return isLookup ? [...steps.slice(0, -1), `_${last}_value`] : steps;
}

function valuesOf(expression: Expression | undefined): Condition['values'] {
  if (expression === undefined) return [];
  const items = expression.kind === 'list' ? expression.items : [expression];
  return items.map((item) => requireLiteral(item).value);
}
