import { errors } from '../errors.js';
import { toStored } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { Table } from '../metadata/model.js';
import { hasPointer } from './activityPointer.js';
import { partiesOf, referencesOfParties, replaceParties } from './activityParties.js';
import type { Attributes, Reference } from './attributes.js';
import { isReference } from './attributes.js';
import { assignRow } from './assignRow.js';
import { cascadeAssign } from './cascadeAssign.js';
import { emailColumns } from './emailColumns.js';
import { fullNameColumns } from './fullName.js';
import type { Session } from './organization.js';
import { ownerColumns } from './ownership.js';
import { requireOpen } from './readOnlyRows.js';
import { retrieveStored } from './retrieveStored.js';
import { requireAppendTo } from './security/requireAppend.js';
import { requirePrivilege } from './security/requirePrivilege.js';
import { requireColumnPermission } from './security/securedColumns.js';
import { stateChange } from './stateChange.js';
import { stateOnUpdate } from './stateRules.js';
import { modificationColumns, present } from './systemColumns.js';
import { isSystem } from './systemSession.js';
import { requireColumns } from './validate/required.js';
import { validOwner } from './validate/owner.js';
import { validValue } from './validate/validValue.js';
import type { WriteConditions } from './versionCheck.js';
import { requireVersion } from './versionCheck.js';
import { requireWritableTable } from './writableTable.js';
import { writableColumns } from './writableColumns.js';
import { writeChanges } from './writeChanges.js';

/**
 * Changes columns of an existing row, its state and its owner; for an activity its pointer and parties too. One
 * transaction.
 *
 * @param conditions the version the caller has seen (If-Match)
 * @throws DataverseError 404 0x80040217 when there is no such row; 412 0x80060882 when its version is another one; 403
 * without the privileges (Write, Append and AppendTo for lookups, Assign for the owner, column security); 400 for
 * values that do not fit and for read-only rows; 412 0x80060892 when an alternate key exists
 */
export function updateRow(
  session: Session,
  table: Table,
  id: string,
  attributes: Attributes,
  conditions: WriteConditions = {},
): void {
  session.organization.store.transaction(() => {
    requireWritableTable(table, 'Update');
    const before = retrieveStored(session, table, id);
    if (!before) throw errors.notFound(table.logicalName, id);
    requirePrivilege(session, table, 'Write', id);
    requireColumnPermission(session, table, Object.keys(attributes), 'update');
    requireVersion(before, conditions);
    requireOpen(session, table, id, before);
    change(session, table, id, before, attributes);
  });
}

function change(session: Session, table: Table, id: string, before: StoredRow, attributes: Attributes): void {
  const given = writableColumns(table, attributes, 'update', isSystem(session));
  const owner = newOwner(session, table, id, attributes);
  const changes: StoredRow = {};
  for (const { column, value } of given) {
    Object.assign(changes, toStored(column, validValue(session.organization, table, column, value)));
  }
  Object.assign(
    changes,
    stateColumns(session, table, before, attributes),
    owner && ownerColumns(session, table, owner),
  );
  if (!isSystem(session)) requireColumns(table, changes, 'update');
  const references = given.flatMap(({ value }) => (isReference(value) ? [value] : []));
  requireAppendTo(session, table, id, [...references, ...referencesOfParties(attributes)]);
  const parties = partiesOf(attributes);
  if (parties && hasPointer(table)) {
    Object.assign(changes, emailColumns(table, replaceParties(session, table, id, parties)));
  }
  writeChanges(session, table, id, {
    ...changes,
    ...fullNameColumns(table, changes, before),
    ...modificationColumns(session, table),
  });
  if (owner && owner.id !== before['ownerid'])
    cascadeAssign(session, table, id, String(before['ownerid']), owner, assignRow);
}

/** Another owner is an assignment, which needs a privilege of its own. */
function newOwner(session: Session, table: Table, id: string, attributes: Attributes): Reference | undefined {
  const given = attributes['ownerid'];
  if (given === undefined || given === null) return undefined;
  const owner = validOwner(session, table, given);
  requirePrivilege(session, table, 'Assign', id);
  return owner;
}

function stateColumns(session: Session, table: Table, before: StoredRow, attributes: Attributes): StoredRow {
  const { statecode, statuscode } = before;
  if (typeof statecode !== 'number' || typeof statuscode !== 'number') return {};
  const after = stateOnUpdate(
    table,
    { state: statecode, status: statuscode },
    stateChange(table, attributes),
  );
  if (after.state === statecode && after.status === statuscode) return {};
  const isClosing = table.isActivity && after.state !== statecode && (after.state === 1 || after.state === 2);
  const ends = isClosing && attributes['actualend'] === undefined;
  return {
    ...present(table, 'statecode', after.state),
    ...present(table, 'statuscode', after.status),
    ...(ends ? present(table, 'actualend', session.organization.clock.now()) : {}),
  };
}
