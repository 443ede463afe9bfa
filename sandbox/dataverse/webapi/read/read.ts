import { errors } from '../../errors.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import type { ResourcePath } from '../url/path.js';
import { readCollection } from './readCollection.js';
import { readCount } from './readCount.js';
import { readProperty } from './readProperty.js';
import { readReference, readReferences } from './readReferences.js';
import { readRow } from './readRow.js';
import { findResource, type Resource } from './resource.js';

/**
 * Answers every GET on rows: a collection, a row by id or alternate key, a property, navigation properties, `$ref`,
 * `$value` and `$count`.
 * @throws DataverseError 400 for a bad query, 403, 404, and 501 for what is not emulated
 */
export function read(request: ApiRequest, path: ResourcePath): ApiResponse {
  const { target, rest } = findResource(request.session, path.segments);
  const names = rest.map(({ name }) => name);
  switch (target.kind) {
    case 'collection':
      return readFromCollection(request, path, target, names);
    case 'row':
      if (names.length === 0) return readRow(request, path, target.table, target.id, target.restriction);
      if (names[0] === '$ref' && names.length === 1)
        return readReference(request, path, target.table, target.id);
      return readProperty(request, path, target, names);
    case 'nothing':
      return { status: 204, headers: {} };
  }
}

type CollectionTarget = Extract<Resource['target'], { kind: 'collection' }>;

function readFromCollection(
  request: ApiRequest,
  path: ResourcePath,
  { table, restriction }: CollectionTarget,
  names: readonly string[],
): ApiResponse {
  const [last, ...more] = names;
  if (last === undefined) return readCollection(request, path, table, restriction);
  if (more.length === 0 && last === '$count') return readCount(request, path, table, restriction);
  if (more.length === 0 && last === '$ref') return readReferences(request, path, table, restriction);
  throw errors.unknownSegment(last);
}
