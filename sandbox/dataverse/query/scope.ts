import { errors } from '../errors.js';
import type { Column, Table } from '../metadata/model.js';
import type { Session } from '../organization/organization.js';
import { requireColumnPermission } from '../organization/security/securedColumns.js';
import { comparedColumn, isPolymorphic, physicalColumns, quote, typeColumn } from '../storage/columns.js';
import type { ColumnPath } from './model.js';
import { missingColumn } from './nameColumn.js';
import { raw, type Sql } from './sql.js';

/** A table as it occurs in a statement. */
export interface Source {
  /** Its alias in the SQL: `t0`, `t1` … */
  readonly sqlAlias: string;
  readonly table: Table;
}

/** A column as it occurs in a statement. */
export interface Operand {
  readonly source: Source;
  readonly column: Column;
  /** The stored value. */
  readonly value: Sql;
  /** What to compare and sort by: folded text for text columns. */
  readonly compared: Sql;
  /** Polymorphic lookups: the target's table. */
  readonly type?: Sql;
}

/** The tables that a statement, or a subselect in it, can speak of. */
export class Scope {
  readonly #sources: Map<string | undefined, Source>;
  readonly #counter: { next: number };

  private constructor(
    readonly session: Session,
    sources: Map<string | undefined, Source>,
    counter: { next: number },
  ) {
    this.#sources = sources;
    this.#counter = counter;
  }

  /** A scope that holds the root table alone. */
  static of(session: Session, table: Table): Scope {
    const scope = new Scope(session, new Map(), { next: 0 });
    scope.add(undefined, table);
    return scope;
  }

  /** A scope for a subselect: it sees the tables outside, and what it adds is not seen there. */
  inner(): Scope {
    return new Scope(this.session, new Map(this.#sources), this.#counter);
  }

  /** Adds a table under the alias the query gives it. */
  add(alias: string | undefined, table: Table): Source {
    const source = { sqlAlias: `t${String(this.#counter.next)}`, table };
    this.#counter.next += 1;
    this.#sources.set(alias, source);
    return source;
  }

  /** @throws DataverseError 400 when the query has no such link. */
  source(alias: string | undefined): Source {
    const source = this.#sources.get(alias);
    if (source === undefined) {
      throw errors.invalidArgument(`Link entity with name or alias ${String(alias)} is not found.`);
    }
    return source;
  }

  /**
   * The column a condition, order or group speaks of.
   * @throws DataverseError 400 when the table has no such column or it cannot be searched, 403 when it is secured and the caller may not read it:
   * a condition on it would tell what it holds; 501 for a name column (see conditionOperand).
   */
  operand(path: ColumnPath): Operand {
    const source = this.source(path.link);
    const column = readableColumn(source.table, path.column);
    if (isInFileStorage(source.table, column)) {
      throw errors.notFilterable(source.table.logicalName, column.logicalName);
    }
    requireColumnPermission(this.session, source.table, [column.logicalName], 'read');
    return {
      source,
      column,
      value: physical(source, column.logicalName),
      compared: compared(source, column),
      ...(isPolymorphic(column) ? { type: physical(source, typeColumn(column)) } : {}),
    };
  }
}

/** Dataverse keeps the body of e-mails outside the database ("Email table reference", description). */
function isInFileStorage(table: Table, column: Column): boolean {
  return table.logicalName === 'email' && column.logicalName === 'description';
}

function compared(source: Source, column: Column): Sql {
  const value = physical(source, comparedColumn(column));
  return column.type === 'ntext' ? raw(`lower(${value.text})`) : value;
}

/** A physical column of a table in the statement. */
export function physical(source: Source, name: string): Sql {
  return raw(`${source.sqlAlias}.${quote(name)}`);
}

/**
 * A column that lies in the table's rows.
 * @throws DataverseError 400 (0x80041103) as for an unknown attribute in FetchXML, 501 for a name column.
 */
export function readableColumn(table: Table, name: string): Column {
  const column = table.columns.get(name);
  if (column === undefined) throw missingColumn(table, name);
  if (physicalColumns(column).length === 0) throw errors.unknownAttribute(table.logicalName, name);
  return column;
}
