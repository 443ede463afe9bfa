/** SQLite refused to compile a statement: its conditions are nested more deeply than its parser can follow. */
export class StatementTooComplex extends Error {
  constructor(options?: ErrorOptions) {
    super('The statement is nested too deeply.', options);
    this.name = 'StatementTooComplex';
  }
}

/** Reads SQLite's messages about its parser's stack and the depth of expressions; undefined for all others. */
export function asStatementTooComplex(error: unknown): StatementTooComplex | undefined {
  const tooDeep =
    error instanceof Error && /parser stack overflow|expression tree is too large/i.test(error.message);
  return tooDeep ? new StatementTooComplex({ cause: error }) : undefined;
}
