/** A value as SQLite keeps it. Two-options are 0 and 1; lookups and keys are lower-case GUIDs; dates are ISO text. */
export type SqlValue = string | number | null;

/** A row as it lies in a table of the store: physical column → value. See columns.ts for the physical names. */
export type StoredRow = Record<string, SqlValue>;

/** The door to SQLite. Everything is synchronous: one request is one uninterrupted run, as one transaction is in Dataverse. */
export interface Store {
  /** All rows of a SELECT. Statements are cached by their text, so pass values as parameters. */
  all(sql: string, parameters?: readonly SqlValue[]): StoredRow[];
  /** The first row, or undefined. */
  one(sql: string, parameters?: readonly SqlValue[]): StoredRow | undefined;
  /** Runs a statement; returns the number of changed rows. */
  run(sql: string, parameters?: readonly SqlValue[]): number;
  /** Runs `work` in a transaction; nested calls become savepoints. Rolls back when `work` throws. */
  transaction<T>(work: () => T): T;
  /** Has `undo` called if the transaction that is under way is rolled back: for what changes beside the rows. */
  onRollback(undo: () => void): void;
  /** Runs statements that define tables and indexes, as a part of the transaction under way. */
  define(statements: readonly string[]): void;
  /** The next row version: one counter for the organization, as in Dataverse. */
  nextVersion(): number;
  /** The newest row version handed out. */
  currentVersion(): number;
  close(): void;
}
