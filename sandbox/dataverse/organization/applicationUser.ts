import { errors } from '../errors.js';
import type { Table } from '../metadata/model.js';
import { toStored } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { Session } from './organization.js';

/**
 * What Dataverse adds to a new application user, of whom a client need name no more than application and business unit: a
 * name and an address made from the application's, which the sandbox's identity provider does not know by a name. An
 * application has one user in an environment ("Manage application users in the Power Platform admin center").
 *
 * @throws DataverseError 412 when the application has a user already
 */
export function applicationUserColumns({ organization }: Session, table: Table, row: StoredRow): StoredRow {
  const applicationId = row['applicationid'];
  if (table.logicalName !== 'systemuser' || typeof applicationId !== 'string') return {};
  const sql = 'SELECT systemuserid FROM systemuser WHERE applicationid = ?';
  if (organization.store.one(sql, [applicationId]) !== undefined) throw errors.duplicateRecord();
  const address = `${applicationId}@sandbox.example`;
  const columns: StoredRow = {};
  const given = {
    firstname: '#',
    lastname: applicationId,
    domainname: address,
    internalemailaddress: address,
  };
  for (const [name, value] of Object.entries(given)) {
    const column = table.columns.get(name);
    if (column !== undefined && (row[name] ?? null) === null) Object.assign(columns, toStored(column, value));
  }
  return columns;
}
