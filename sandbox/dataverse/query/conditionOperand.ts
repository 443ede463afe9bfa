import { errors } from '../errors.js';
import { requireRead } from './access.js';
import type { ColumnPath } from './model.js';
import { namedColumn } from './nameColumn.js';
import type { Operand, Scope } from './scope.js';
import { choiceLabel, targetName } from './shownText.js';
import type { Sql } from './sql.js';

/**
 * What a condition speaks of: a column, or the name column of a lookup or choice, which is compared like any text.
 * Whoever asks for names needs the read privilege of every table that the lookup may point to; the names themselves
 * are no secret to those who may read the row that points to them, as in its annotations.
 * @throws DataverseError 400 for a column that is not there or cannot be searched, 403 for a secured one or a missing
 * privilege, 501 for the name column of a multi-select choice, or of a lookup or choice that has nothing to show.
 */
export function conditionOperand(path: ColumnPath, scope: Scope): Operand {
  const { table } = scope.source(path.link);
  const named = namedColumn(table, path.column);
  if (named === undefined) return scope.operand(path);
  const operand = scope.operand({ ...path, column: named.logicalName });
  const text = shownText(operand, scope);
  if (text === undefined) throw errors.notEmulated(`conditions on '${table.logicalName}.${path.column}'`);
  // Text operators ask the stored value only whether it is null, so the folded one does for both.
  return {
    source: operand.source,
    column: { ...named, logicalName: path.column, type: 'nvarchar', targets: [] },
    value: text,
    compared: text,
  };
}

function shownText(operand: Operand, scope: Scope): Sql | undefined {
  const { targets, type } = operand.column;
  if (type === 'multiselectpicklist') return undefined;
  if (targets.length === 0) return choiceLabel(operand, scope);
  const { catalogue } = scope.session.organization;
  for (const target of targets) {
    const table = catalogue.tables.get(target);
    if (table !== undefined) requireRead(scope.session, table);
  }
  return targetName(operand, scope);
}
