import { errors } from '../../errors.js';
import type { Expression } from '../url/expression.js';
import { parseFilter } from '../url/parseFilter.js';
import type { Json } from './json.js';
import { propertyOf, type MetadataEntity } from './metadataEntity.js';

/** An enumeration's literal, `Microsoft.Dynamics.CRM.AttributeTypeCode'Picklist'`: its members are text in the JSON. */
const enumerationLiteral = /Microsoft\.Dynamics\.CRM\.\w+(?='[^']*')/g;

/** Parses the `$filter` of a metadata request. */
export function parseMetadataFilter(text: string): Expression {
  return parseFilter(text.replace(enumerationLiteral, ''));
}

/**
 * Whether an entity meets a filter. Comparisons of simple properties, and, or, not: as in Dataverse, functions are not
 * supported for metadata (docs: "Query table definitions using the Web API").
 * @throws DataverseError 400 for a function or an unknown property.
 */
export function meets(entity: MetadataEntity, filter: Expression, type: string): boolean {
  if (filter.kind === 'not') return !meets(entity, filter.operand, type);
  if (filter.kind === 'call') {
    throw errors.badQuery(`The "${filter.name}" function isn't supported for Metadata Entities.`);
  }
  if (filter.kind === 'path') return propertyOf(entity, filter.steps, type) === true;
  if (filter.kind !== 'binary')
    throw errors.badQuery('The filter of a metadata request compares properties.');
  const { operator, left, right } = filter;
  if (operator === 'and') return meets(entity, left, type) && meets(entity, right, type);
  if (operator === 'or') return meets(entity, left, type) || meets(entity, right, type);
  const a = valueOf(entity, left, type);
  const b = valueOf(entity, right, type);
  switch (operator) {
    case 'eq':
      return a === b;
    case 'ne':
      return a !== b;
    case 'in':
      throw errors.badQuery("The 'in' operator isn't supported for Metadata Entities.");
    default:
      return a !== null && b !== null && compare(operator, a, b);
  }
}

function compare(
  operator: 'gt' | 'ge' | 'lt' | 'le',
  a: string | number | boolean,
  b: string | number | boolean,
): boolean {
  if (operator === 'gt') return a > b;
  if (operator === 'ge') return a >= b;
  return operator === 'lt' ? a < b : a <= b;
}

function valueOf(
  entity: MetadataEntity,
  expression: Expression,
  type: string,
): string | number | boolean | null {
  if (expression.kind === 'literal') return expression.literal.value;
  if (expression.kind !== 'path')
    throw errors.badQuery('The filter of a metadata request compares properties.');
  const value: Json = propertyOf(entity, expression.steps, type);
  if (typeof value === 'object' && value !== null) {
    throw errors.badQuery(
      `The property '${expression.steps.join('/')}' of type '${type}' cannot be compared.`,
    );
  }
  return value;
}
