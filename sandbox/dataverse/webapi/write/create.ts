import type { Navigation, Table } from '../../metadata/model.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import type { ResourcePath } from '../url/path.js';
import { insertDeep } from './deepInsert.js';
import { readBody } from './jsonBody.js';
import { created } from './responses.js';

/** `POST set`: a new row, with what its payload brings along. */
export function create(request: ApiRequest, path: ResourcePath, table: Table): ApiResponse {
  return created(request, path, table, insertDeep(request.session, table, readBody(request)));
}

/** `POST set(id)/collection`: a new row that refers to the one in the URL. */
export function createRelated(
  request: ApiRequest,
  path: ResourcePath,
  parent: { readonly table: Table; readonly id: string },
  navigation: Extract<Navigation, { kind: 'collection' }>,
): ApiResponse {
  const table = request.session.organization.catalogue.table(navigation.target);
  const lookup = { [navigation.column]: { table: parent.table.logicalName, id: parent.id } };
  return created(
    request,
    path,
    table,
    insertDeep(request.session, table, readBody(request), { fixed: lookup }),
  );
}
