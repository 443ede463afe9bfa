import { errors } from '../../errors.js';
import type { BinaryOperator, Call, Expression, Lambda } from './expression.js';
import { TokenReader } from './tokenReader.js';

/** Parameter aliases of the request: `@p1` → the text of its value. */
export type Aliases = ReadonlyMap<string, string>;

/** How tightly an operator binds (OData URL conventions §5.1.1.17); `not` binds tighter than all of them. */
const bindingPower: Readonly<Record<BinaryOperator, number>> = {
  or: 1,
  and: 2,
  eq: 3,
  ne: 3,
  gt: 4,
  ge: 4,
  lt: 4,
  le: 4,
  in: 4,
};

/** A server has to put a limit somewhere: deeper nesting than this is refused instead of exhausting the stack. */
const maximumDepth = 100;

/**
 * Parses a `$filter` expression (percent-decoded text).
 * @throws DataverseError 400 for a syntax error.
 */
export function parseFilter(text: string, aliases: Aliases = new Map()): Expression {
  const parser = new FilterParser(new TokenReader(text), aliases, 0);
  return parser.whole();
}

/** Parses one expression at the reader's place, and leaves the reader after it: `filter(…)` inside `$apply`. */
export function parseFilterAt(reader: TokenReader, aliases: Aliases): Expression {
  return new FilterParser(reader, aliases, 0).expression(0);
}

class FilterParser {
  readonly #reader: TokenReader;
  readonly #aliases: Aliases;
  #depth: number;

  constructor(reader: TokenReader, aliases: Aliases, depth: number) {
    this.#reader = reader;
    this.#aliases = aliases;
    this.#depth = depth;
  }

  whole(): Expression {
    const expression = this.expression(0);
    this.#reader.expectEnd();
    return expression;
  }

  expression(minimum: number): Expression {
    return this.#deeper(() => this.#operation(minimum));
  }

  #deeper(parse: () => Expression): Expression {
    this.#depth += 1;
    if (this.#depth > maximumDepth) throw errors.badQuery('Recursion limit reached.');
    const expression = parse();
    this.#depth -= 1;
    return expression;
  }

  #operation(minimum: number): Expression {
    let left = this.#prefix();
    for (let operator = this.#operator(); operator !== undefined; operator = this.#operator()) {
      const power = bindingPower[operator];
      if (power <= minimum) break;
      this.#reader.take();
      left = { kind: 'binary', operator, left, right: this.expression(power) };
    }
    return left;
  }

  #operator(): BinaryOperator | undefined {
    const { kind, text } = this.#reader.peek();
    return kind === 'word' && Object.hasOwn(bindingPower, text) ? (text as BinaryOperator) : undefined;
  }

  #prefix(): Expression {
    const token = this.#reader.peek();
    switch (token.kind) {
      case 'string':
        this.#reader.take();
        return { kind: 'literal', literal: { type: 'string', value: token.text } };
      case 'number':
        this.#reader.take();
        return { kind: 'literal', literal: { type: 'number', value: readNumber(token.text) } };
      case 'guid':
        this.#reader.take();
        return {
          kind: 'literal',
          literal: { type: 'guid', value: token.text.replace(/[{}]/g, '').toLowerCase() },
        };
      case 'date':
        this.#reader.take();
        return { kind: 'literal', literal: { type: 'date', value: token.text } };
      case 'alias':
        this.#reader.take();
        return this.#alias(token.text);
      case 'word':
        return this.#word();
      default:
        return this.#bracket();
    }
  }

  #bracket(): Expression {
    if (this.#reader.takeIf('(')) {
      const first = this.expression(0);
      if (this.#reader.at(',')) return { kind: 'list', items: this.#items(')', [first]) };
      this.#reader.expect(')');
      return first;
    }
    this.#reader.expect('[');
    return { kind: 'list', items: this.#items(']', []) };
  }

  #items(end: string, items: Expression[]): Expression[] {
    if (items.length === 0 && this.#reader.takeIf(end)) return items;
    if (items.length === 0) items.push(this.expression(0));
    while (this.#reader.takeIf(',')) items.push(this.expression(0));
    this.#reader.expect(end);
    return items;
  }

  #alias(name: string): Expression {
    const text = this.#aliases.get(name);
    if (text === undefined) return { kind: 'literal', literal: { type: 'null', value: null } };
    return new FilterParser(new TokenReader(text), this.#aliases, this.#depth + 1).whole();
  }

  #word(): Expression {
    const word = this.#reader.take().text;
    if (word === 'not') return { kind: 'not', operand: this.#deeper(() => this.#prefix()) };
    if (word === 'null') return { kind: 'literal', literal: { type: 'null', value: null } };
    if (word === 'true' || word === 'false') {
      return { kind: 'literal', literal: { type: 'boolean', value: word === 'true' } };
    }
    if (word === 'INF' || word === 'NaN')
      return { kind: 'literal', literal: { type: 'number', value: readNumber(word) } };
    if (this.#reader.takeIf('(')) return this.#call(word);
    return this.#path(word);
  }

  #path(first: string): Expression {
    const steps = [first];
    while (this.#reader.takeIf('/')) {
      const step = this.#reader.expectWord();
      if ((step === 'any' || step === 'all') && this.#reader.takeIf('(')) return this.#lambda(steps, step);
      if (this.#reader.takeIf('(')) return { ...this.#call(step), on: steps };
      steps.push(step);
    }
    return { kind: 'path', steps };
  }

  #lambda(steps: readonly string[], quantifier: 'any' | 'all'): Lambda {
    if (this.#reader.takeIf(')')) {
      if (quantifier === 'all') throw this.#reader.failure();
      return { kind: 'lambda', steps, quantifier };
    }
    const variable = this.#reader.expectWord();
    this.#reader.expect(':');
    const body = this.expression(0);
    this.#reader.expect(')');
    return { kind: 'lambda', steps, quantifier, variable, body };
  }

  #call(name: string): Call {
    const positional: Expression[] = [];
    const named = new Map<string, Expression>();
    while (!this.#reader.takeIf(')')) {
      if (positional.length + named.size > 0) this.#reader.expect(',');
      if (this.#reader.peek().kind === 'word' && this.#reader.peek(1).text === '=') {
        const parameter = this.#reader.expectWord();
        this.#reader.expect('=');
        named.set(parameter, this.expression(0));
      } else {
        positional.push(this.expression(0));
      }
    }
    return { kind: 'call', name, positional, named };
  }
}

function readNumber(text: string): number {
  if (text === 'INF') return Infinity;
  if (text === '-INF') return -Infinity;
  return Number(text);
}
