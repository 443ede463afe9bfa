import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import { normalizeId } from '../../host/guid.js';
import type { Host } from '../../host/host.js';
import { readValue } from '../../values/readValue.js';
import type { LookupValue } from '../lookupValue.js';
import { tableOf } from '../../host/tableOf.js';

type Row = Readonly<Record<string, unknown>>;

/**
 * What a new row takes over from the row it is made from (`createFromEntity`): Dataverse's function InitializeFrom says
 * which columns those are.
 * @throws ApiError when the source may not be read
 */
export async function newRowValues(
  host: Pick<Host, 'api' | 'definition'>,
  table: TableDefinition,
  source: LookupValue,
): Promise<Row> {
  const sourceTable = tableOf(host.definition, source.entityType);
  const id = normalizeId(source.id);
  const moniker = JSON.stringify({ '@odata.id': `${sourceTable.setName}(${id})` });
  const parameters = [
    `@source=${encodeURIComponent(moniker)}`,
    `@target='${table.logicalName}'`,
    `@kind=Microsoft.Dynamics.CRM.TargetFieldType'ValidForCreate'`,
  ];
  const answer = await host.api.send({
    method: 'GET',
    path: `InitializeFrom(EntityMoniker=@source,TargetEntityName=@target,TargetFieldType=@kind)?${parameters.join('&')}`,
  });
  const row = answer.json() as Row;
  const name = source.name ?? (await nameOf(host, sourceTable, id));
  return { ...plainValues(table, row), ...boundValues(table, row, { id, name, table: source.entityType }) };
}

function plainValues(table: TableDefinition, row: Row): Row {
  const columns = Object.values(table.columns).filter((column) => column.logicalName in row);
  return Object.fromEntries(columns.map((column) => [column.logicalName, readValue(table, column, row)]));
}

/** Lookups that lead back to the source: `parentcustomerid_account@odata.bind`. */
function boundValues(
  table: TableDefinition,
  row: Row,
  source: { readonly id: string; name: string; table: string },
): Row {
  const bound = Object.values(table.columns).filter((column) => {
    const navigation = column.navigations[source.table];
    return navigation !== undefined && String(row[`${navigation}@odata.bind`]).includes(source.id);
  });
  return Object.fromEntries(bound.map((column) => [column.logicalName, [source]]));
}

async function nameOf(host: Pick<Host, 'api'>, table: TableDefinition, id: string): Promise<string> {
  if (table.primaryName === undefined) return '';
  const path = `${table.setName}(${id})?$select=${table.primaryName}`;
  const row = (await host.api.send({ method: 'GET', path })).json() as Row;
  return String(row[table.primaryName] ?? '');
}
