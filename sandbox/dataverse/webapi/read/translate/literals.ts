import { errors } from '../../../errors.js';
import type { Column } from '../../../metadata/model.js';
import { valueKind, type ValueKind } from '../../../metadata/valueKind.js';
import type { Expression, Literal } from '../../url/expression.js';

const edmNames: Readonly<Record<ValueKind, string>> = {
  text: 'Edm.String',
  number: 'Edm.Int32',
  boolean: 'Edm.Boolean',
  guid: 'Edm.Guid',
  date: 'Edm.DateTimeOffset',
  choices: 'Edm.String',
};

const literalNames: Readonly<Record<Literal['type'], string>> = {
  string: 'Edm.String',
  number: 'Edm.Int32',
  boolean: 'Edm.Boolean',
  guid: 'Edm.Guid',
  date: 'Edm.DateTimeOffset',
  null: 'null',
};

/** Quoted GUIDs and dates are taken for what they are, as Dataverse does; a quoted number is not. */
const accepted: Readonly<Record<ValueKind, readonly Literal['type'][]>> = {
  text: ['string'],
  number: ['number'],
  boolean: ['boolean'],
  guid: ['guid', 'string'],
  date: ['date', 'string'],
  choices: ['string'],
};

/**
 * Refuses a constant that cannot be compared with a column.
 * @throws DataverseError 400 with OData's sentence about incompatible types.
 */
export function requireComparable(column: Column, literal: Literal, operator: string): void {
  const kind = valueKind(column);
  if (literal.type === 'null' || accepted[kind].includes(literal.type)) return;
  throw errors.badQuery(
    `A binary operator with incompatible types was detected. Found operand types '${edmNames[kind]}' and '${literalNames[literal.type]}' for operator kind '${operator}'.`,
  );
}

/** The constant an expression is. Throws 400 when it is none. */
export function requireLiteral(expression: Expression | undefined): Literal {
  if (expression?.kind !== 'literal')
    throw errors.badQuery('A constant value is expected in the $filter expression.');
  return expression.literal;
}
