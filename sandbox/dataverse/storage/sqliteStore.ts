import type Database from 'libsql';
import { PreparedStatement } from './preparedStatement.js';
import type { SqlValue, Store, StoredRow } from './store.js';
import { asStatementTooComplex } from './statementTooComplex.js';
import { asUniqueViolation } from './uniqueViolation.js';

/** Prepared statements kept at most; queries come in endless variety, and the oldest is let go first. */
const statementLimit = 1000;

/** A Store over an open libsql database whose tables exist already. */
export class SqliteStore implements Store {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, PreparedStatement>();
  #depth = 0;
  #undo: (() => void)[] = [];

  constructor(database: Database.Database) {
    this.#database = database;
  }

  all(sql: string, parameters: readonly SqlValue[] = []): StoredRow[] {
    return this.#execute(sql, parameters, (statement) => statement.all(parameters));
  }

  one(sql: string, parameters: readonly SqlValue[] = []): StoredRow | undefined {
    return this.#execute(sql, parameters, (statement) => statement.first(parameters));
  }

  run(sql: string, parameters: readonly SqlValue[] = []): number {
    return this.#execute(sql, parameters, (statement) => statement.run(parameters));
  }

  transaction<T>(work: () => T): T {
    const name = `level${String(this.#depth)}`;
    const nested = this.#depth > 0;
    this.#database.exec(nested ? `SAVEPOINT ${name}` : 'BEGIN IMMEDIATE');
    this.#depth += 1;
    const undoBefore = this.#undo.length;
    try {
      const result = work();
      if (result instanceof Promise)
        throw new TypeError('A transaction is synchronous: its work may not return a promise.');
      this.#database.exec(nested ? `RELEASE ${name}` : 'COMMIT');
      return result;
    } catch (error) {
      this.#database.exec(nested ? `ROLLBACK TO ${name}; RELEASE ${name}` : 'ROLLBACK');
      for (const undo of this.#undo.splice(undoBefore).reverse()) undo();
      throw error;
    } finally {
      this.#depth -= 1;
      if (!nested) this.#undo = [];
    }
  }

  onRollback(undo: () => void): void {
    if (this.#depth > 0) this.#undo.push(undo);
  }

  define(statements: readonly string[]): void {
    // What was prepared before may have been for columns as they are no longer.
    this.#statements.clear();
    this.onRollback(() => this.#statements.clear());
    try {
      this.#database.exec(statements.join(';\n'));
    } catch (error) {
      throw asUniqueViolation(error) ?? error;
    }
  }

  nextVersion(): number {
    return this.#version(`UPDATE "$counter" SET value = value + 1 WHERE name = 'version' RETURNING value`);
  }

  currentVersion(): number {
    return this.#version(`SELECT value FROM "$counter" WHERE name = 'version'`);
  }

  close(): void {
    this.#statements.clear();
    this.#database.close();
  }

  #version(sql: string): number {
    const value = this.one(sql)?.['value'];
    if (typeof value !== 'number') throw new Error('The store has lost its row version counter.');
    return value;
  }

  #execute<T>(sql: string, parameters: readonly SqlValue[], execute: (statement: PreparedStatement) => T): T {
    guard(parameters, sql);
    try {
      return execute(this.#statement(sql));
    } catch (error) {
      throw asUniqueViolation(error) ?? asStatementTooComplex(error) ?? error;
    }
  }

  #statement(sql: string): PreparedStatement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = new PreparedStatement(this.#database, sql);
      if (this.#statements.size >= statementLimit) this.#forgetOldest();
      this.#statements.set(sql, statement);
    }
    return statement;
  }

  #forgetOldest(): void {
    const [oldest] = this.#statements.keys();
    if (oldest !== undefined) this.#statements.delete(oldest);
  }
}

/** libsql ends the whole process when it is given a boolean or undefined, so such a value must not reach it. */
function guard(parameters: readonly unknown[], sql: string): void {
  const index = parameters.findIndex((parameter) => !isSqlValue(parameter));
  if (index < 0) return;
  const value = parameters[index];
  throw new TypeError(
    `Parameter ${String(index + 1)} of '${sql}' is ${String(value)}; SQLite takes text, numbers and null.`,
  );
}

function isSqlValue(value: unknown): value is SqlValue {
  return value === null || typeof value === 'string' || Number.isFinite(value);
}
