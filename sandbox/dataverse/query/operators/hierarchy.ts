import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import { quote, tableName } from '../../storage/columns.js';
import { raw, sql, type Sql } from '../sql.js';
import type { Operator, OperatorCall, Operators } from './operator.js';
import { onlyComparand } from './values.js';

/** Hierarchical relationships of the base tables: table → the lookup to the row above. */
const parentColumns: Readonly<Record<string, string>> = {
  account: 'parentaccountid',
  businessunit: 'parentbusinessunitid',
};

interface Hierarchy {
  readonly table: Table;
  readonly parent: string;
}

/** The hierarchy a condition speaks of: on the table's own id, or on a lookup to it. */
function hierarchyOf({ operand, session }: OperatorCall): Hierarchy {
  const { source, column } = operand;
  const name = column.type === 'primarykey' ? source.table.logicalName : column.targets[0];
  const parent = name === undefined || column.targets.length > 1 ? undefined : parentColumns[name];
  if (name === undefined || parent === undefined) {
    throw errors.notEmulated(`hierarchy operators on '${source.table.logicalName}.${column.logicalName}'`);
  }
  return { table: session.organization.catalogue.table(name), parent };
}

const under =
  (self: boolean): Operator =>
  (call) => {
    const { table, parent } = hierarchyOf(call);
    const id = raw(quote(table.primaryId));
    const name = raw(tableName(table));
    const start = onlyComparand(call);
    const tree = sql`WITH RECURSIVE tree(id) AS (SELECT ${start} UNION SELECT child.${id} FROM ${name} child JOIN tree ON child.${raw(quote(parent))} = tree.id) SELECT id FROM tree`;
    return members(call, tree, start, self);
  };

const above =
  (self: boolean): Operator =>
  (call) => {
    const { table, parent } = hierarchyOf(call);
    const name = raw(tableName(table));
    const start = onlyComparand(call);
    const chain = sql`WITH RECURSIVE chain(id) AS (SELECT ${start} UNION SELECT child.${raw(quote(parent))} FROM ${name} child JOIN chain ON child.${raw(quote(table.primaryId))} = chain.id) SELECT id FROM chain WHERE id IS NOT NULL`;
    return members(call, chain, start, self);
  };

function members({ operand }: OperatorCall, ids: Sql, start: string | number | null, self: boolean): Sql {
  const inside = sql`${operand.value} IN (${ids})`;
  return self ? inside : sql`(${inside} AND ${operand.value} <> ${start})`;
}

const notUnder: Operator = (call) => sql`(NOT ${under(false)(call)} OR ${call.operand.value} IS NULL)`;

/** Rows above and below a row of a table with a hierarchy. */
export const hierarchyOperators: Operators = {
  above: above(false),
  'eq-or-above': above(true),
  under: under(false),
  'eq-or-under': under(true),
  'not-under': notUnder,
};
