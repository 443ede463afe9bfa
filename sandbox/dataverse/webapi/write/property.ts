import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import { updateRow } from '../../organization/updateRow.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { readConditions } from './conditions.js';
import { readBody } from './jsonBody.js';
import { readPayload } from './payload.js';
import { noContent } from './responses.js';

/** `PUT set(id)/property` with `{"value": …}`: sets one column, or replaces the parties of an activity. */
export function setProperty(request: ApiRequest, table: Table, id: string, name: string): ApiResponse {
  requireProperty(request, table, name);
  const body = readBody(request);
  if (!('value' in body))
    throw errors.badPayload(table.logicalName, `The property '${name}' needs a 'value'.`);
  const { attributes } = readPayload(request.session, table, { [name]: body['value'] });
  updateRow(request.session, table, id, attributes, readConditions(request));
  return noContent;
}

/** `DELETE set(id)/property`: empties one column. */
export function clearProperty(request: ApiRequest, table: Table, id: string, name: string): ApiResponse {
  requireProperty(request, table, name);
  const { attributes } = readPayload(request.session, table, { [name]: null });
  updateRow(request.session, table, id, attributes, readConditions(request));
  return noContent;
}

/** Lookups and collections change through `$ref`; of them only the parties of an activity are set as a whole. */
function requireProperty({ session, method }: ApiRequest, table: Table, name: string): void {
  const navigation = session.organization.catalogue.navigation(table.logicalName, name);
  if (navigation) {
    if (method === 'PUT' && navigation.target === 'activityparty') return;
    throw errors.methodNotAllowed(`The navigation property '${name}' is written through '${name}/$ref'.`);
  }
  const column = table.columns.get(name);
  if (!column || column.targets.length > 0) throw errors.unknownSegment(name);
  if (column.type === 'file' || column.type === 'image') throw errors.notEmulated(`${column.type} columns`);
}
