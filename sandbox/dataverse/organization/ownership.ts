import { errors } from '../errors.js';
import type { StoredRow } from '../storage/store.js';
import type { Table } from '../metadata/model.js';
import type { Reference } from './attributes.js';
import type { Session } from './organization.js';
import { retrieveStored } from './retrieveStored.js';
import { isSystem } from './systemSession.js';
import { present } from './systemColumns.js';

/** The owner a new row gets when none is named: the caller. */
export function defaultOwner({ caller }: Session): Reference {
  return { table: 'systemuser', id: caller.userId };
}

/**
 * The columns that say whose a row is. The owning business unit is that of the owner ("Table ownership").
 *
 * @throws DataverseError 404 0x80040217 when the owner does not exist
 */
export function ownerColumns(session: Session, table: Table, owner: Reference): StoredRow {
  const isTeam = owner.table === 'team';
  return {
    ...present(table, 'ownerid', owner),
    ...present(table, 'owninguser', isTeam ? null : { table: 'systemuser', id: owner.id }),
    ...present(table, 'owningteam', isTeam ? { table: 'team', id: owner.id } : null),
    ...present(table, 'owningbusinessunit', { table: 'businessunit', id: businessUnitOf(session, owner) }),
  };
}

function businessUnitOf(session: Session, owner: Reference): string {
  const { organization, caller } = session;
  if (isSystem(session) && owner.id === caller.userId) return caller.businessUnitId;
  const row = retrieveStored(session, organization.catalogue.table(owner.table), owner.id, [
    'businessunitid',
  ]);
  if (!row) throw errors.notFound(owner.table, owner.id);
  return typeof row['businessunitid'] === 'string' ? row['businessunitid'] : organization.businessUnitId;
}
