import type Database from 'libsql';
import type { SqlValue, Store, StoredRow } from './store.js';
import { asStatementTooComplex } from './statementTooComplex.js';
import { asUniqueViolation } from './uniqueViolation.js';

type Statement = Database.Statement<unknown[]>;

/** Prepared statements kept at most; queries come in endless variety, and the oldest is let go first. */
const statementLimit = 1000;

/** A Store over an open libsql database whose tables exist already. */
export class SqliteStore implements Store {
  readonly #database: Database.Database;
  readonly #statements = new Map<string, Statement>();
  #depth = 0;
  #undo: (() => void)[] = [];

  constructor(database: Database.Database) {
    this.#database = database;
  }

  all(sql: string, parameters: readonly SqlValue[] = []): StoredRow[] {
    return this.#execute(sql, parameters, (statement) => statement.all(parameters) as StoredRow[]);
  }

  one(sql: string, parameters: readonly SqlValue[] = []): StoredRow | undefined {
    return this.all(sql, parameters)[0];
  }

  run(sql: string, parameters: readonly SqlValue[] = []): number {
    return this.#execute(sql, parameters, (statement) => statement.run(parameters).changes);
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

  #execute<T>(sql: string, parameters: readonly SqlValue[], execute: (statement: Statement) => T): T {
    parameters.forEach((value, index) => {
      guard(value, index, sql);
    });
    try {
      return execute(this.#statement(sql));
    } catch (error) {
      throw asUniqueViolation(error) ?? asStatementTooComplex(error) ?? error;
    }
  }

  #statement(sql: string): Statement {
    let statement = this.#statements.get(sql);
    if (statement === undefined) {
      statement = this.#database.prepare(sql);
      const [oldest] = this.#statements.keys();
      if (oldest !== undefined && this.#statements.size >= statementLimit) this.#statements.delete(oldest);
      this.#statements.set(sql, statement);
    }
    return statement;
  }
}

/** libsql ends the whole process when it is given a boolean or undefined, so such a value must not reach it. */
function guard(value: unknown, index: number, sql: string): void {
  if (value === null || typeof value === 'string') return;
  if (typeof value === 'number' && Number.isFinite(value)) return;
  throw new TypeError(
    `Parameter ${String(index + 1)} of '${sql}' is ${String(value)}; SQLite takes text, numbers and null.`,
  );
}
