import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { relativeUrl } from '../batch/rowUrl.js';
import { findByKey } from '../read/resolveKey.js';
import type { Key } from '../url/path.js';
import { parsePath } from '../url/path.js';
import { insertDeep } from './deepInsert.js';
import type { JsonObject } from './jsonBody.js';
import { isObject } from './jsonBody.js';
import { insertByKey, updateByKey } from './patch.js';
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
  const { session } = request;
  session.organization.store.transaction(() => {
    for (const target of targetsOf(table, parameters)) {
      const key = keyOf(table, target);
      const id = findByKey(session, table, key);
      if (id === undefined) {
        throw key.kind === 'id'
          ? errors.notFound(table.logicalName, key.id)
          : errors.notFoundByKey(table.logicalName);
      }
      updateByKey(session, table, key, id, target);
    }
  });
  return noContent;
}

/** `UpsertMultiple`: creates or updates all rows or none; each names itself by its id or by `@odata.id`. */
export function upsertMultiple(request: ApiRequest, table: Table, parameters: Parameters): ApiResponse {
  const { session } = request;
  session.organization.store.transaction(() => {
    for (const target of targetsOf(table, parameters)) {
      const key = keyOf(table, target);
      const id = findByKey(session, table, key);
      if (id === undefined) insertByKey(session, table, key, target);
      else updateByKey(session, table, key, id, target);
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
