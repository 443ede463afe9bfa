import type Database from 'libsql';
import type { SqlValue, StoredRow } from './store.js';

/**
 * A statement of libsql. Rows cross from native code as lists and become objects here: libsql writes every column's name
 * into every row, which for wide tables costs more than reading them. So the names hold only as long as the schema: a
 * statement must not outlive a change of its tables.
 */
export class PreparedStatement {
  readonly #statement: Database.Statement<unknown[]>;
  readonly #names: readonly string[];

  constructor(database: Database.Database, sql: string) {
    this.#statement = database.prepare(sql);
    this.#names = this.#statement.reader ? this.#statement.columns().map(({ name }) => name) : [];
    if (this.#names.length > 0) this.#statement.raw(true);
  }

  all(parameters: readonly SqlValue[]): StoredRow[] {
    return (this.#statement.all(parameters) as SqlValue[][]).map((values) => this.#row(values));
  }

  /** The first row: in one call of native code, where `all` takes three. */
  first(parameters: readonly SqlValue[]): StoredRow | undefined {
    const values = this.#statement.get(parameters) as SqlValue[] | undefined;
    return values === undefined ? undefined : this.#row(values);
  }

  /** The number of changed rows. */
  run(parameters: readonly SqlValue[]): number {
    return this.#statement.run(parameters).changes;
  }

  #row(values: readonly SqlValue[]): StoredRow {
    const row: StoredRow = {};
    this.#names.forEach((name, index) => {
      row[name] = values[index] ?? null;
    });
    return row;
  }
}
