import type { Expression } from './expression.js';
import { parseFilterAt, type Aliases } from './parseFilter.js';
import { TokenReader } from './tokenReader.js';

/** `amount with sum as total`, or `$count as n` (then without steps). */
export interface AggregateExpression {
  readonly steps?: readonly string[];
  readonly method: 'sum' | 'average' | 'min' | 'max' | 'countdistinct' | 'count';
  readonly alias: string;
}

/** One step of `$apply`; steps are separated by `/` and work on the result of the one before. */
export type Transformation =
  | { readonly kind: 'filter'; readonly filter: Expression }
  | { readonly kind: 'groupby'; readonly paths: readonly (readonly string[])[] }
  | { readonly kind: 'aggregate'; readonly values: readonly AggregateExpression[] };

const methods = new Set(['sum', 'average', 'min', 'max', 'countdistinct']);

/**
 * Parses `$apply`. `groupby((a),aggregate(…))` comes back as two transformations, groupby and aggregate.
 * @throws DataverseError 400 for a syntax error or a method that Dataverse has not.
 */
export function parseApply(text: string, aliases: Aliases = new Map()): Transformation[] {
  const reader = new TokenReader(text);
  const result = sequence(reader, aliases);
  reader.expectEnd();
  return result;
}

function sequence(reader: TokenReader, aliases: Aliases): Transformation[] {
  const result = transformation(reader, aliases);
  while (reader.takeIf('/')) result.push(...transformation(reader, aliases));
  return result;
}

function transformation(reader: TokenReader, aliases: Aliases): Transformation[] {
  const name = reader.expectWord();
  reader.expect('(');
  if (name === 'filter') {
    const filter = parseFilterAt(reader, aliases);
    reader.expect(')');
    return [{ kind: 'filter', filter }];
  }
  if (name === 'aggregate') {
    const values = [aggregateExpression(reader)];
    while (reader.takeIf(',')) values.push(aggregateExpression(reader));
    reader.expect(')');
    return [{ kind: 'aggregate', values }];
  }
  if (name !== 'groupby') throw reader.failure();
  return groupBy(reader, aliases);
}

function groupBy(reader: TokenReader, aliases: Aliases): Transformation[] {
  reader.expect('(');
  const paths = [memberPath(reader)];
  while (reader.takeIf(',')) paths.push(memberPath(reader));
  reader.expect(')');
  const inner = reader.takeIf(',') ? sequence(reader, aliases) : [];
  reader.expect(')');
  return [{ kind: 'groupby', paths }, ...inner];
}

function aggregateExpression(reader: TokenReader): AggregateExpression {
  if (reader.takeIf('$count')) return { method: 'count', alias: alias(reader) };
  const steps = memberPath(reader);
  reader.expect('with');
  const method = reader.expectWord();
  if (!methods.has(method)) throw reader.failure();
  return { steps, method: method as AggregateExpression['method'], alias: alias(reader) };
}

function alias(reader: TokenReader): string {
  reader.expect('as');
  return reader.expectWord();
}

function memberPath(reader: TokenReader): string[] {
  const steps = [reader.expectWord()];
  while (reader.takeIf('/')) steps.push(reader.expectWord());
  return steps;
}
