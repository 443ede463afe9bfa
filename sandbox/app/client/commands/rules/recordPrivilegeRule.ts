import type { Privilege } from '../../../definition/table/privilege.js';
import { formOf, rowsFor, tableFor, type AppliesTo } from '../commandSource.js';
import type { Evaluation } from '../evaluation.js';
import type { Answer } from './answer.js';

/**
 * RecordPrivilegeRule: what the user may do to the form's row, or to every selected row. The server is asked about
 * selected rows, and only when the table's privileges leave it open.
 */
export function mayDoToRows(
  rule: { readonly appliesTo: AppliesTo; readonly privilege: Privilege; readonly default?: boolean },
  { source, rowAccess }: Evaluation,
): Answer {
  const { privilege, appliesTo } = rule;
  if (tableFor(source, appliesTo)?.privileges[privilege] !== true) return false;
  // Nobody creates a row that is there: the table's privilege is the whole answer.
  if (privilege === 'create') return true;
  const form = formOf(source);
  if (appliesTo === 'PrimaryEntity' && form !== undefined) return form.access.value[privilege];
  const rows = rowsFor(source, appliesTo);
  if (rows.length === 0) return false;
  return {
    meanwhile: rule.default ?? false,
    later: Promise.all(rows.map(rowAccess)).then((accesses) => accesses.every((access) => access[privilege])),
  };
}
