import { errors } from '../../../errors.js';
import type { Catalogue } from '../../../metadata/catalogue.js';
import type { Column, Table } from '../../../metadata/model.js';
import { columnNames } from '../../../query/selection.js';
import { findProperty } from './property.js';

/**
 * The columns that `$select` names, in its order, with what Dataverse adds: the primary id, and the currency of money.
 * A single-valued navigation property selects its lookup.
 * @throws DataverseError 400 for an unknown property
 */
export function selectedColumns(
  catalogue: Catalogue,
  table: Table,
  select: readonly string[] | 'all' | undefined,
): readonly string[] {
  if (select === undefined || select === 'all') return columnNames(table, 'all');
  const columns = select.map((name) => selectedColumn(catalogue, table, name));
  const currency = columns.some(({ type }) => type === 'money') && table.columns.has('transactioncurrencyid');
  const names = columns.map(({ logicalName }) => logicalName);
  return [...new Set([...names, ...(currency ? ['transactioncurrencyid'] : []), table.primaryId])];
}

function selectedColumn(catalogue: Catalogue, table: Table, name: string): Column {
  const navigation = catalogue.navigation(table.logicalName, name);
  const column =
    findProperty(table, name) ??
    (navigation?.kind === 'single' ? table.columns.get(navigation.column) : undefined);
  if (column === undefined) throw errors.unknownProperty(name, table.logicalName);
  return column;
}
