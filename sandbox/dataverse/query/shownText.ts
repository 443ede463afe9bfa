import type { Labels } from '../metadata/model.js';
import { tableName } from '../storage/columns.js';
import { fold } from '../storage/fold.js';
import { physical, type Operand, type Scope } from './scope.js';
import { join, raw, sql, type Sql } from './sql.js';

/**
 * The folded primary name of the row that a lookup points to; undefined when no table it may point to has one.
 * @throws DataverseError 403 when the name is secured and the caller may not read it.
 */
export function targetName(lookup: Operand, scope: Scope): Sql | undefined {
  const { catalogue } = scope.session.organization;
  const names = lookup.column.targets.flatMap((target) => {
    const table = catalogue.tables.get(target);
    if (table?.primaryName === undefined) return [];
    const inner = scope.inner();
    const source = inner.add(undefined, table);
    const name = inner.operand({ column: table.primaryName });
    const pointedTo = sql`${physical(source, table.primaryId)} = ${lookup.value}`;
    const where = lookup.type === undefined ? pointedTo : sql`${pointedTo} AND ${lookup.type} = ${target}`;
    return [
      sql`(SELECT ${name.compared} FROM ${raw(`${tableName(table)} ${source.sqlAlias}`)} WHERE ${where})`,
    ];
  });
  return names.length > 1 ? sql`COALESCE(${join(names, ', ')})` : names[0];
}

/** The folded label of a choice in the caller's language; undefined when the choice has no options. */
export function choiceLabel({ column, value }: Operand, { session }: Scope): Sql | undefined {
  const { caller, organization } = session;
  const cases = (column.choice?.options ?? []).map(
    ({ value: option, labels }) =>
      sql`WHEN ${option} THEN ${fold(label(labels, caller.language, organization.baseLanguage))}`,
  );
  return cases.length === 0 ? undefined : sql`CASE ${value} ${join(cases, ' ')} END`;
}

function label(labels: Labels, language: number, base: number): string {
  return labels[language] ?? labels[base] ?? '';
}
