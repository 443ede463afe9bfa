import { errors } from '../errors.js';
import { attributeMap } from './attributeMap.js';
import { retrieveStored } from '../organization/retrieveStored.js';
import { requirePrivilege } from '../organization/security/requirePrivilege.js';
import { securedColumns } from '../organization/security/securedColumns.js';
import type { SqlValue } from '../storage/store.js';
import type { Column } from '../metadata/model.js';
import type { Message } from './message.js';
import { referenceParameter, textParameter } from './parameters.js';
import { contextResponse } from './response.js';

const fieldTypes: ReadonlySet<string> = new Set(['All', 'ValidForCreate', 'ValidForUpdate', 'ValidForRead']);

/**
 * `InitializeFrom(EntityMoniker, TargetEntityName, TargetFieldType)` function: the values a new row of one table takes
 * over from a row of another. Nothing is saved. Which columns those are: see `attributeMap`.
 */
export const initializeFrom: Message = {
  name: 'InitializeFrom',
  kind: 'function',
  binding: { to: 'nothing' },
  run: (call) => {
    const { session } = call;
    const { catalogue } = session.organization;
    const source = referenceParameter(call, 'EntityMoniker');
    const targetName = textParameter(call, 'TargetEntityName');
    const target = catalogue.tables.get(targetName);
    if (target === undefined)
      throw errors.invalidArgument(`The entity with a name = '${targetName}' was not found.`);
    if (!fieldTypes.has(textParameter(call, 'TargetFieldType'))) {
      throw errors.invalidArgument(
        `Parameter 'TargetFieldType' must be Microsoft.Dynamics.CRM.TargetFieldType.`,
      );
    }
    const table = catalogue.table(source.table);
    requirePrivilege(session, table, 'Read');
    const row = retrieveStored(session, table, source.id);
    if (row === undefined) throw errors.notFound(table.logicalName, source.id);
    requirePrivilege(session, table, 'Read', source.id);
    requirePrivilege(session, target, 'Create');

    const map = attributeMap(catalogue, table, target);
    const hidden = securedColumns(
      session,
      table,
      'read',
      map.columns.map(({ logicalName }) => logicalName),
    );
    const values: Record<string, unknown> = {};
    for (const column of map.columns) {
      const value = row[column.logicalName];
      if (value === null || value === undefined || hidden.has(column.logicalName)) continue;
      values[column.logicalName] = plainValue(column, value);
    }
    if (map.lookup !== undefined) values[`${map.lookup}@odata.bind`] = `${table.setName}(${source.id})`;
    return contextResponse(call.request, `${target.setName}/$entity`, {
      '@odata.type': `#Microsoft.Dynamics.CRM.${target.logicalName}`,
      ...values,
    });
  },
};

function plainValue(column: Column, value: SqlValue): unknown {
  return column.type === 'bit' ? value === 1 : value;
}
