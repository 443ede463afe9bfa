import type { TableDefinition } from '../../../definition/table/tableDefinition.js';
import type { Host } from '../../host/host.js';
import type { FormModel } from './formModel.js';

export type Access = FormModel['access']['value'];

/** Of a row that is not read yet. */
export const noAccess: Access = {
  read: false,
  write: false,
  delete: false,
  assign: false,
  append: false,
  appendTo: false,
};

/** What a user may do with a new row: what the table allows. */
export function newRowAccess({ privileges }: TableDefinition): Access {
  const { read, create, assign, append, appendTo } = privileges;
  return { read, write: create, delete: false, assign, append, appendTo };
}

/** What the user may do with a row: ownership, roles and sharing (RetrievePrincipalAccess function). */
export async function readAccess(host: Host, table: TableDefinition, id: string): Promise<Access> {
  const target = encodeURIComponent(JSON.stringify({ '@odata.id': `${table.setName}(${id})` }));
  const answer = await host.api.send({
    method: 'GET',
    path:
      `systemusers(${host.definition.user.id})` +
      `/Microsoft.Dynamics.CRM.RetrievePrincipalAccess(Target=@target)?@target=${target}`,
  });
  const { AccessRights: text } = answer.json() as { readonly AccessRights: string };
  const rights = new Set(text.split(',').map((right) => right.trim()));
  return {
    read: rights.has('ReadAccess'),
    write: rights.has('WriteAccess'),
    delete: rights.has('DeleteAccess'),
    assign: rights.has('AssignAccess'),
    append: rights.has('AppendAccess'),
    appendTo: rights.has('AppendToAccess'),
  };
}
