import { randomUUID } from 'node:crypto';
import { errors } from '../errors.js';
import { toStored } from '../storage/columns.js';
import type { StoredRow } from '../storage/store.js';
import type { Table } from '../metadata/model.js';
import { activityType, hasPointer, insertPointer } from './activityPointer.js';
import { partiesOf, referencesOfParties, replaceParties, replacePlatformParties } from './activityParties.js';
import type { Attributes, Reference } from './attributes.js';
import { isReference } from './attributes.js';
import { applicationUserColumns } from './applicationUser.js';
import { createDefaultMailbox } from './defaultMailbox.js';
import { forgetDeletion } from './deletedRows.js';
import { emailColumns } from './emailColumns.js';
import { fullNameColumns } from './fullName.js';
import type { Session } from './organization.js';
import { defaultOwner, ownerColumns } from './ownership.js';
import { insertRow } from './rowStorage.js';
import { requireAppendTo } from './security/requireAppend.js';
import { requirePrivilege } from './security/requirePrivilege.js';
import { requireColumnPermission } from './security/securedColumns.js';
import { noteChange } from './security/sessionRights.js';
import { stateOnCreate } from './stateRules.js';
import { stateChange } from './stateChange.js';
import { creationColumns, present } from './systemColumns.js';
import { isSystem } from './systemSession.js';
import { requireColumns } from './validate/required.js';
import { validGuid } from './validate/text.js';
import { validOwner } from './validate/owner.js';
import { validValue } from './validate/validValue.js';
import { requireWritableTable } from './writableTable.js';
import type { GivenValue } from './writableColumns.js';
import { writableColumns } from './writableColumns.js';

/**
 * Creates a row, with everything Dataverse adds to it: defaults, owner, state, who and when, version, and for an
 * activity its pointer and parties. One transaction.
 *
 * @returns the row's id: the one the caller chose, or a new one
 * @throws DataverseError 403 without the privileges (Create, Append and AppendTo for lookups, Assign for another owner,
 * column security); 400 and 404 for values that do not fit; 412 when the id or an alternate key exists
 */
export function createRow(session: Session, table: Table, attributes: Attributes): string {
  return session.organization.store.transaction(() => {
    requireWritableTable(table, 'Create');
    requirePrivilege(session, table, 'Create');
    requireColumnPermission(session, table, Object.keys(attributes), 'create');
    if ((attributes['overriddencreatedon'] ?? null) !== null) throw errors.notEmulated('overriddencreatedon');
    const id = chosenId(table, attributes);
    const given = writableColumns(table, attributes, 'create', isSystem(session));
    const row = newRow(session, table, id, attributes, given);
    if (!isSystem(session)) requireColumns(table, row, 'create');
    insert(session, table, id, row, attributes);
    requirePrivilege(session, table, 'Create', id);
    requireAppendTo(session, table, id, [...referencesOf(given), ...referencesOfParties(attributes)]);
    createDefaultMailbox(session, table, id, row, createRow);
    return id;
  });
}

function chosenId(table: Table, attributes: Attributes): string {
  const chosen = attributes[table.primaryId];
  return chosen === undefined || chosen === null ? randomUUID() : validGuid(table.logicalName, chosen);
}

function newRow(
  session: Session,
  table: Table,
  id: string,
  attributes: Attributes,
  given: readonly GivenValue[],
): StoredRow {
  const row: StoredRow = {
    ...defaults(table),
    ...creationColumns(session, table),
    ...activityType(table, table),
    ...givenState(session, table, attributes),
    [table.primaryId]: id,
  };
  if (table.ownership === 'user')
    Object.assign(row, ownerColumns(session, table, ownerOf(session, table, attributes)));
  for (const { column, value } of given) {
    Object.assign(row, toStored(column, validValue(session.organization, table, column, value)));
  }
  Object.assign(row, applicationUserColumns(session, table, row));
  return { ...row, ...fullNameColumns(table, row) };
}

function defaults(table: Table): StoredRow {
  const row: StoredRow = {};
  for (const column of table.columns.values()) {
    const isState = column.type === 'state' || column.type === 'status';
    if (column.defaultValue !== undefined && !isState)
      Object.assign(row, toStored(column, column.defaultValue));
  }
  return row;
}

function givenState(session: Session, table: Table, attributes: Attributes): StoredRow {
  const state = stateOnCreate(table, stateChange(table, attributes), isSystem(session));
  return state
    ? { ...present(table, 'statecode', state.state), ...present(table, 'statuscode', state.status) }
    : {};
}

function ownerOf(session: Session, table: Table, attributes: Attributes): Reference {
  const given = attributes['ownerid'];
  if (given === undefined || given === null) return defaultOwner(session);
  const owner = validOwner(session, table, given);
  if (owner.id !== session.caller.userId) requirePrivilege(session, table, 'Assign');
  return owner;
}

function insert(session: Session, table: Table, id: string, row: StoredRow, attributes: Attributes): void {
  const { catalogue, store } = session.organization;
  const parties = hasPointer(table) ? replaceParties(session, table, id, partiesOf(attributes) ?? []) : [];
  const whole = { ...row, ...emailColumns(table, parties) };
  insertRow(store, table, whole);
  insertPointer(catalogue, store, table, whole);
  if (hasPointer(table)) {
    replacePlatformParties(session, table, id, whole);
    forgetDeletion(store, catalogue.table('activitypointer'), id);
  }
  forgetDeletion(store, table, id);
  noteChange(session.organization, table.logicalName);
}

function referencesOf(given: readonly GivenValue[]): readonly Reference[] {
  return given.flatMap(({ value }) => (isReference(value) ? [value] : []));
}
