import { errors, type DataverseError } from '../../errors.js';
import { tokenize, type Token } from './lexer.js';

/** Walks over the tokens of one expression; shared by the parsers of $filter, $apply and $orderby. */
export class TokenReader {
  readonly #tokens: readonly Token[];
  #next = 0;

  constructor(readonly text: string) {
    this.#tokens = tokenize(text);
  }

  /** The token `ahead` places from here, without taking it. Past the last one it is the end token. */
  peek(ahead = 0): Token {
    const token = this.#tokens[Math.min(this.#next + ahead, this.#tokens.length - 1)];
    if (token === undefined) throw this.failure();
    return token;
  }

  take(): Token {
    const token = this.peek();
    this.#next += 1;
    return token;
  }

  /** True when the next token is this word or mark. */
  at(text: string): boolean {
    const token = this.peek();
    return (token.kind === 'word' || token.kind === 'punctuation') && token.text === text;
  }

  /** Takes the next token when it is this word or mark. */
  takeIf(text: string): boolean {
    if (!this.at(text)) return false;
    this.take();
    return true;
  }

  expect(text: string): void {
    if (!this.takeIf(text)) throw this.failure();
  }

  expectWord(): string {
    if (this.peek().kind !== 'word') throw this.failure();
    return this.take().text;
  }

  expectEnd(): void {
    if (this.peek().kind !== 'end') throw this.failure();
  }

  /** The sentence OData answers with for a token in the wrong place. */
  failure(): DataverseError {
    const at = this.#tokens[this.#next]?.at ?? this.text.length;
    return errors.badQuery(`Syntax error at position ${at} in '${this.text}'.`);
  }
}
