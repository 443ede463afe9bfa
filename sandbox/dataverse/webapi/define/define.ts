import { errors } from '../../errors.js';
import { definitionAt } from '../describe/describe.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import type { ResourcePath, Segment } from '../url/path.js';
import { readBody } from '../write/jsonBody.js';
import { createChoice, deleteChoice, updateChoice } from './defineChoice.js';
import { createColumn, deleteColumn, updateColumn } from './defineColumn.js';
import { createKey, deleteKey } from './defineKey.js';
import { createRelationship, deleteRelationship, updateRelationship } from './defineRelationship.js';
import { createTable, deleteTable, updateTable } from './defineTable.js';
import { requireKept } from './requireKept.js';

/** What can be done to a kind of definition, and to one of them by its name. */
interface Operations {
  readonly create?: (request: ApiRequest) => ApiResponse;
  readonly update: (request: ApiRequest, name: string) => ApiResponse;
  readonly remove: (request: ApiRequest, name: string) => ApiResponse;
  /** The property that names one of them. */
  readonly key: string;
}

const collections: Readonly<Record<string, Operations>> = {
  EntityDefinitions: { create: createTable, update: updateTable, remove: deleteTable, key: 'LogicalName' },
  RelationshipDefinitions: {
    create: createRelationship,
    update: updateRelationship,
    remove: deleteRelationship,
    key: 'SchemaName',
  },
  GlobalOptionSetDefinitions: {
    create: createChoice,
    update: updateChoice,
    remove: deleteChoice,
    key: 'Name',
  },
};

/**
 * Answers a change of the metadata: POST, PUT and DELETE of definitions ("Use the Web API with table definitions"). It
 * is in force at once; publishing, which Dataverse needs for updates to be seen by everybody, changes nothing here.
 *
 * @throws DataverseError 403 without the privilege; 400, 404 and 412 for what does not fit; 501 for what is not emulated
 */
export function define(request: ApiRequest, path: ResourcePath): ApiResponse {
  const [first, ...rest] = path.segments.filter((segment) => !isCast(segment));
  const operations = first && collections[first.name];
  if (operations === undefined) {
    throw errors.notEmulated(`changing the metadata (${request.method} ${first?.name ?? ''})`);
  }
  if (request.method === 'PATCH') {
    throw errors.methodNotAllowed("The requested resource does not support http method 'PATCH'.");
  }
  const [part, ...more] = rest;
  if (part === undefined) return run(request, operations, first?.key === undefined, path);
  if (first?.name !== 'EntityDefinitions' || first.key === undefined || more.length > 0) {
    throw errors.unknownSegment(part.name);
  }
  return runPart(request, path, part);
}

function run(
  request: ApiRequest,
  operations: Operations,
  isCollection: boolean,
  path: ResourcePath,
): ApiResponse {
  if (isCollection) {
    if (request.method !== 'POST' || operations.create === undefined) throw wrongMethod(request);
    return kept(request, operations.create(request));
  }
  const name = locate(request, path, operations.key);
  if (request.method === 'PUT') return operations.update(request, name);
  if (request.method === 'DELETE') return operations.remove(request, name);
  throw wrongMethod(request);
}

/** A column or a key of a table. */
function runPart(request: ApiRequest, path: ResourcePath, part: Segment): ApiResponse {
  const [first] = path.segments;
  const table = locate(request, { ...path, segments: first === undefined ? [] : [first] }, 'LogicalName');
  const isCollection = part.key === undefined;
  const called = `${request.method} ${part.name}${isCollection ? '' : '()'}`;
  const name = () => locate(request, path, 'LogicalName');
  switch (called) {
    case 'POST Attributes':
      return kept(request, createColumn(request, table));
    case 'PUT Attributes()':
      return updateColumn(request, table, name());
    case 'DELETE Attributes()':
      return deleteColumn(request, table, name());
    case 'POST Keys':
      return kept(request, createKey(request, table));
    case 'DELETE Keys()':
      return deleteKey(request, table, name());
    default:
      throw wrongMethod(request);
  }
}

/** The answer to a new definition, once it is sure to hold all that was asked for. */
function kept(request: ApiRequest, answer: ApiResponse): ApiResponse {
  const url = answer.headers['Location'] ?? '';
  requireKept(request, readBody(request), url.slice(request.baseUrl.length + 1));
  return answer;
}

/** The name of the one definition that a path leads to. @throws DataverseError 404 when it leads nowhere */
function locate(request: ApiRequest, path: ResourcePath, property: string): string {
  return String(definitionAt(request, path).properties[property]);
}

function isCast({ qualified }: Segment): boolean {
  return qualified;
}

function wrongMethod({ method }: ApiRequest) {
  return errors.methodNotAllowed(`The requested resource does not support http method '${method}'.`);
}
