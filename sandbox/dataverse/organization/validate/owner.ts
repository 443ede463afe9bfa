import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import type { AttributeValue, Reference } from '../attributes.js';
import { isReference } from '../attributes.js';
import type { Session } from '../organization.js';
import { isSystem } from '../systemSession.js';
import { validReference } from './lookup.js';

/**
 * A user or team that a row may belong to. SYSTEM may own rows before its own row exists, while solutions are installed.
 *
 * @throws DataverseError 400 when the table's rows have no owner or the value is no user or team; 404 when it does not exist
 */
export function validOwner(session: Session, table: Table, value: AttributeValue): Reference {
  const column = table.columns.get('ownerid');
  if (!column) throw errors.unknownProperty('ownerid', table.logicalName);
  if (isSystem(session) && isReference(value) && value.id === session.caller.userId) return value;
  return validReference(session.organization, table.logicalName, column, value);
}
