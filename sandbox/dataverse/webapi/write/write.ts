import { errors } from '../../errors.js';
import type { Table } from '../../metadata/model.js';
import { deleteRow } from '../../organization/deleteRow.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { resolveKey } from '../read/resolveKey.js';
import type { Key, ResourcePath, Segment } from '../url/path.js';
import { readConditions } from './conditions.js';
import { create, createRelated } from './create.js';
import { patch } from './patch.js';
import { clearProperty, setProperty } from './property.js';
import { changeReference } from './reference.js';
import { noContent } from './responses.js';
import { requireKnownOptions } from './writeOptions.js';

/**
 * Answers every request that changes rows: POST, PATCH, PUT and DELETE on collections, rows, properties and `$ref`.
 * One transaction: of a request that fails nothing remains.
 *
 * @throws DataverseError as Dataverse answers; 501 for what the sandbox does not emulate
 */
export function write(request: ApiRequest, path: ResourcePath): ApiResponse {
  const [first, ...rest] = path.segments;
  const { catalogue, store } = request.session.organization;
  const table = first && catalogue.bySet(first.name);
  if (!table) throw errors.unknownSegment(first?.name ?? '');
  requireKnownOptions(request, path);
  return store.transaction(() =>
    first.key ? writeRow(request, path, table, first.key, rest) : writeCollection(request, path, table, rest),
  );
}

function writeCollection(
  request: ApiRequest,
  path: ResourcePath,
  table: Table,
  rest: readonly Segment[],
): ApiResponse {
  const [next] = rest;
  if (next) throw errors.unknownSegment(next.name);
  if (request.method !== 'POST') throw notAllowed(request);
  return create(request, path, table);
}

function writeRow(
  request: ApiRequest,
  path: ResourcePath,
  table: Table,
  key: Key,
  rest: readonly Segment[],
): ApiResponse {
  const [member, last, ...more] = rest;
  if (!member) {
    if (request.method === 'PATCH') return patch(request, path, table, key);
    if (request.method === 'DELETE') return remove(request, table, key);
    throw notAllowed(request);
  }
  if (more.length > 0 || (last && last.name !== '$ref')) {
    throw errors.notEmulated(`${request.method} on ${rest.map(({ name }) => name).join('/')}`);
  }
  const row = { table, id: resolveKey(request.session, table, key) };
  return last ? changeReference(request, path, row, member) : writeMember(request, path, row, member);
}

function writeMember(
  request: ApiRequest,
  path: ResourcePath,
  row: { readonly table: Table; readonly id: string },
  { name }: Segment,
): ApiResponse {
  const navigation = request.session.organization.catalogue.navigation(row.table.logicalName, name);
  switch (request.method) {
    case 'PUT':
      return setProperty(request, row.table, row.id, name);
    case 'DELETE':
      return clearProperty(request, row.table, row.id, name);
    case 'POST':
      if (navigation?.kind === 'collection') return createRelated(request, path, row, navigation);
      if (navigation) throw errors.notEmulated(`POST on the navigation property '${name}'`);
      throw errors.unknownSegment(name);
    default:
      throw errors.notEmulated(`${request.method} on a property (uploading a file)`);
  }
}

function remove(request: ApiRequest, table: Table, key: Key): ApiResponse {
  const { session } = request;
  deleteRow(session, table, resolveKey(session, table, key), readConditions(request));
  return noContent;
}

function notAllowed({ method }: ApiRequest) {
  return errors.methodNotAllowed(`The requested resource does not support http method '${method}'.`);
}
