import type { Table } from '../../../dataverse/metadata/model.js';
import { privilegeName } from '../../../dataverse/organization/security/privilegeNames.js';
import type { Rights } from '../../../dataverse/organization/security/rights.js';
import { columnPermission, depthOf } from '../../../dataverse/organization/security/rights.js';
import type { Privilege } from './privilege.js';
import type { ColumnDefinition, TableDefinition } from './tableDefinition.js';
import { verbs } from './privilege.js';
import type { SharedTable } from './readTable.js';

/** Whether somebody may do this to at least their own rows of a table. Only rows that users own can be assigned. */
export function holdsPrivilege(rights: Rights, table: Table, privilege: Privilege): boolean {
  if (privilege === 'assign' && table.ownership !== 'user') return false;
  const name = privilegeName(table, verbs[privilege]);
  return name === undefined || depthOf(rights, name) !== undefined;
}

/** A table with what somebody may do to it and to its secured columns. */
export function withRights(shared: SharedTable, table: Table, rights: Rights): TableDefinition {
  return {
    ...shared,
    columns: Object.fromEntries(
      Object.entries(shared.columns).map(([name, column]) => [
        name,
        column.secured ? securedFor(column, table, rights) : column,
      ]),
    ),
    privileges: {
      create: holdsPrivilege(rights, table, 'create'),
      read: holdsPrivilege(rights, table, 'read'),
      write: holdsPrivilege(rights, table, 'write'),
      delete: holdsPrivilege(rights, table, 'delete'),
      append: holdsPrivilege(rights, table, 'append'),
      appendTo: holdsPrivilege(rights, table, 'appendTo'),
      assign: holdsPrivilege(rights, table, 'assign'),
    },
  };
}

function securedFor(column: ColumnDefinition, table: Table, rights: Rights): ColumnDefinition {
  const allowed = columnPermission(rights, table.logicalName, column.logicalName);
  return {
    ...column,
    canRead: column.canRead && allowed.read,
    canCreate: column.canCreate && allowed.create,
    canUpdate: column.canUpdate && allowed.update,
  };
}
