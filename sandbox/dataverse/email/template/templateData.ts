import type { Column, Table } from '../../metadata/model.js';
import type { Session } from '../../organization/organization.js';
import { retrieveStored } from '../../organization/retrieveStored.js';
import { securedColumns } from '../../organization/security/securedColumns.js';
import { isPolymorphic, typeColumn } from '../../storage/columns.js';
import type { StoredRow } from '../../storage/store.js';
import type { TemplateData } from './applyTemplate.js';

/**
 * What an e-mail template can name: the columns of one row under its table's name, and those of the calling user under
 * `systemuser` (of the row itself when it is a user). Columns that the caller may not read are empty, as are other
 * tables. Numbers and dates come as they are stored: the sandbox knows no personal formats.
 */
export function templateData(session: Session, table: Table, row: StoredRow): TemplateData {
  const { catalogue } = session.organization;
  const user = catalogue.table('systemuser');
  const sources = new Map<string, StoredRow | undefined>([
    [user.logicalName, retrieveStored(session, user, session.caller.userId)],
    [table.logicalName, row],
  ]);
  return (tableName, columnName, attribute) => {
    const source = sources.get(tableName);
    const column = catalogue.tables.get(tableName)?.columns.get(columnName);
    if (source === undefined || column === undefined) return undefined;
    if (securedColumns(session, catalogue.table(tableName), 'read', [columnName]).has(columnName))
      return undefined;
    const value = source[columnName];
    if (value === null || value === undefined) return undefined;
    return attribute === 'name' ? label(session, column, source) : String(value);
  };
}

/** The text of a value that has one: a choice's label, the name of the row a lookup points to. */
function label(session: Session, column: Column, row: StoredRow): string | undefined {
  const value = row[column.logicalName];
  if (column.choice !== undefined) {
    const labels = column.choice.options.find((option) => option.value === value)?.labels;
    return labels?.[session.caller.language] ?? labels?.[session.organization.baseLanguage];
  }
  const target = isPolymorphic(column) ? row[typeColumn(column)] : column.targets[0];
  if (typeof target !== 'string' || typeof value !== 'string') return undefined;
  const table = session.organization.catalogue.table(target);
  const name = retrieveStored(session, table, value)?.[table.primaryName ?? ''];
  return typeof name === 'string' ? name : undefined;
}
