import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import type { Session } from '../../organization/organization.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { relativeUrl } from '../batch/rowUrl.js';
import { findByKey } from '../read/resolveKey.js';
import type { Key } from '../url/path.js';
import { parsePath } from '../url/path.js';
import { insertDeep } from './deepInsert.js';
import type { JsonObject } from './jsonBody.js';
import { isObject } from './jsonBody.js';
import { insertByKey, missingRow, updateByKey } from './patch.js';
import { noContent } from './responses.js';

/** The members of the action's body: `{"Targets": [{"@odata.type": "Microsoft.Dynamics.CRM.contact", …}]}`. */
type Parameters = Readonly<Record<string, unknown>>;

/** `CreateMultiple`: creates all rows or none ("Bulk operation messages"). Answers with their ids, in order. */
export function createMultiple(request: ApiRequest, table: Table, parameters: Parameters): ApiResponse {
  const { session, baseUrl } = request;
  const ids = session.organization.store.transaction(() =>
    targetsOf(table, parameters).map((target) => insertDeep(session, table, target)),
  );
  return {
    status: 200,
    headers: {},
    body: {
      '@odata.context': `${baseUrl}/$metadata#Microsoft.Dynamics.CRM.CreateMultipleResponse`,
      Ids: ids,
    },
  };
}

/** `UpdateMultiple`: updates all rows or none. @throws DataverseError 404 0x80040217 for a row that is missing */
export function updateMultiple(request: ApiRequest, table: Table, parameters: Parameters): ApiResponse {
  return writeEach(request.session, table, parameters, (target, key, id) => {
    if (id === undefined) throw missingRow(table, key);
    updateByKey(request.session, table, key, id, target);
  });
}

/** `UpsertMultiple`: creates or updates all rows or none; each names itself by its id or by `@odata.id`. */
export function upsertMultiple(request: ApiRequest, table: Table, parameters: Parameters): ApiResponse {
  return writeEach(request.session, table, parameters, (target, key, id) => {
    if (id === undefined) insertByKey(request.session, table, key, target);
    else updateByKey(request.session, table, key, id, target);
  });
}

/** One transaction over all targets. `work` gets the id of the row that the target's key finds, if there is one. */
function writeEach(
  session: Session,
  table: Table,
  parameters: Parameters,
  work: (target: JsonObject, key: Key, id: string | undefined) => void,
): ApiResponse {
  session.organization.store.transaction(() => {
    for (const target of targetsOf(table, parameters)) {
      const key = keyOf(table, target);
      work(target, key, findByKey(session, table, key));
    }
  });
  return noContent;
}

function targetsOf(table: Table, { Targets: targets }: Parameters): readonly JsonObject[] {
  if (!Array.isArray(targets) || targets.length === 0 || !targets.every(isObject)) {
    throw errors.badPayload(table.logicalName, "The parameter 'Targets' takes a list of rows.");
  }
  for (const target of targets) {
    const type = target['@odata.type'];
    if (typeof type !== 'string' || type.replace(/^#?Microsoft\.Dynamics\.CRM\./, '') !== table.logicalName) {
      throw errors.badPayload(
        table.logicalName,
        `Every target needs "@odata.type": "Microsoft.Dynamics.CRM.${table.logicalName}".`,
      );
    }
  }
  return targets;
}

function keyOf(table: Table, target: JsonObject): Key {
  const id = target[table.primaryId];
  if (typeof id === 'string') return { kind: 'id', id: id.toLowerCase() };
  const url = target['@odata.id'];
  const [segment] = typeof url === 'string' ? parsePath(relativeUrl(url)).segments : [];
  if (segment?.key && segment.name === table.setName) return segment.key;
  throw errors.badPayload(table.logicalName, `Every target needs its ${table.primaryId} or an '@odata.id'.`);
}
