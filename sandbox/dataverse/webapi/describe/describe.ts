import { errors } from '../../errors.js';
import type { Catalogue } from '../../metadata/catalogue.js';
import type { ApiRequest, ApiResponse } from '../exchange.js';
import { parseExpand } from '../url/parseExpand.js';
import { parseSelect } from '../url/parseSelect.js';
import type { ResourcePath } from '../url/path.js';
import { requireOptions } from '../url/queryOptions.js';
import { csdlDocument } from './csdl/csdlDocument.js';
import { describeGlobalChoices } from './definitions/globalChoice.js';
import { languagesOf, type Languages } from './definitions/label.js';
import { describeRelationships } from './definitions/relationship.js';
import { describeTables } from './definitions/table.js';
import { parseMetadataFilter } from './filterEntities.js';
import { isObject, type Json } from './json.js';
import type { MetadataCollection, MetadataEntity } from './metadataEntity.js';
import { navigate, type Place } from './navigate.js';
import { requireDefinitions } from './requireDefinitions.js';
import { serviceDocument } from './serviceDocument.js';
import { chosen, shapeEntity, type Shape } from './shape.js';

/** The collections of the metadata, by their name in a URL. */
const roots: Readonly<Record<string, (catalogue: Catalogue, languages: Languages) => MetadataCollection>> = {
  EntityDefinitions: describeTables,
  RelationshipDefinitions: describeRelationships,
  GlobalOptionSetDefinitions: describeGlobalChoices,
};

/** What else of the metadata Dataverse has, and the sandbox has not. */
const missing: ReadonlySet<string> = new Set(['ManagedPropertyDefinitions', 'EntityKeyDefinitions']);

/** The options a metadata request takes: the others are refused by Dataverse too. */
const allowedOptions: ReadonlySet<string> = new Set(['$select', '$filter', '$expand', 'LabelLanguages']);

/** Whether a path leads to definitions, which can be changed as well as read. */
export function isDefinition({ segments: [first] }: ResourcePath): boolean {
  return first !== undefined && Object.hasOwn(roots, first.name);
}

/** Whether a path leads to a description of the organization's tables instead of rows. */
export function isDescription({ segments }: ResourcePath): boolean {
  const [first] = segments;
  if (first === undefined || first.name === '$metadata') return true;
  return Object.hasOwn(roots, first.name) || missing.has(first.name);
}

/**
 * Answers a request about the metadata: service document, `$metadata`, EntityDefinitions with columns, keys and
 * relationships, RelationshipDefinitions, GlobalOptionSetDefinitions. For paths that `isDescription` is true of.
 * @throws DataverseError 400 or 404 for what does not exist, 403 without the privilege, 405 for another method than GET.
 */
export function describe(request: ApiRequest, path: ResourcePath): ApiResponse {
  const { catalogue } = request.session.organization;
  const [first, ...rest] = path.segments;
  if (first !== undefined && missing.has(first.name)) throw errors.notEmulated(first.name);
  if (request.method !== 'GET') {
    throw errors.methodNotAllowed(`The requested resource does not support http method '${request.method}'.`);
  }
  if (first === undefined) return json(serviceDocument(catalogue, request.baseUrl));
  if (first.name === '$metadata') return metadataDocument(catalogue, path);
  const root = roots[first.name];
  if (root === undefined) throw errors.unknownSegment(first.name);
  requireOptions(path.options, allowedOptions);
  requireDefinitions(request.session, path);
  const place = navigate(
    root(catalogue, languagesOf(request.session, path.options.get('LabelLanguages'))),
    first.key,
    rest,
  );
  const context = `${request.baseUrl}/$metadata#${[first, ...rest].map(({ name }) => name).join('/')}`;
  return answer(place, path.options, context);
}

/** The one definition that a path leads to. @throws DataverseError 404 when it leads nowhere */
export function definitionAt(request: ApiRequest, { segments }: ResourcePath): MetadataEntity {
  const [first, ...rest] = segments;
  const root = first && roots[first.name];
  if (root === undefined) throw errors.unknownSegment(first?.name ?? '');
  const { catalogue } = request.session.organization;
  const place = navigate(root(catalogue, languagesOf(request.session)), first?.key, rest);
  if (place.kind !== 'entity') throw errors.unknownSegment(rest.at(-1)?.name ?? first?.name ?? '');
  return place.entity;
}

/** Made once for a catalogue: it never changes, and the document is large. */
const documents = new WeakMap<Catalogue, Map<boolean, string>>();

function metadataDocument(catalogue: Catalogue, { options }: ResourcePath): ApiResponse {
  const annotations = options.get('annotations') === 'true';
  const known = documents.get(catalogue) ?? new Map<boolean, string>();
  documents.set(catalogue, known);
  const body = known.get(annotations) ?? csdlDocument(catalogue, annotations);
  known.set(annotations, body);
  return { status: 200, headers: { 'content-type': 'application/xml', 'odata-version': '4.0' }, body };
}

function answer(place: Place, options: ReadonlyMap<string, string>, context: string): ApiResponse {
  if (place.kind === 'value') return valueAnswer(place, context);
  const shape = readShape(place.type, options);
  if (place.kind === 'entity') {
    return json({ '@odata.context': `${context}/$entity`, ...shapeEntity(place.entity, shape) });
  }
  const text = options.get('$filter');
  const filter = text === undefined ? undefined : parseMetadataFilter(text);
  const entities = chosen(place.collection, place.type, filter);
  return json({ '@odata.context': context, value: entities.map((entity) => shapeEntity(entity, shape)) });
}

function readShape(type: string, options: ReadonlyMap<string, string>): Shape {
  const select = options.get('$select');
  const expand = options.get('$expand');
  return {
    type,
    ...(select === undefined ? {} : { select: parseSelect(select) }),
    ...(expand === undefined ? {} : { expand: parseExpand(expand) }),
  };
}

function valueAnswer({ value, raw }: Extract<Place, { kind: 'value' }>, context: string): ApiResponse {
  if (value === null) return { status: 204, headers: { 'odata-version': '4.0' } };
  if (raw)
    return {
      status: 200,
      headers: { 'content-type': 'text/plain', 'odata-version': '4.0' },
      body: String(value),
    };
  return json({ '@odata.context': context, ...(isObject(value) ? value : { value }) });
}

function json(body: { readonly [name: string]: Json }): ApiResponse {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; odata.metadata=minimal', 'odata-version': '4.0' },
    body,
  };
}
