import type { ExpandItem } from '../url/parseExpand.js';
import { errors } from '../../errors.js';
import { meets } from './filterEntities.js';
import type { Json } from './json.js';
import {
  isCollection,
  isOfType,
  propertyOf,
  type MetadataCollection,
  type MetadataEntity,
} from './metadataEntity.js';

/** What of an entity a request wants: the type it is seen as, and the parsed options. */
export interface Shape {
  /** The type the collection declares, or the one it was cast to. */
  readonly type: string;
  readonly select?: readonly string[] | 'all';
  readonly expand?: readonly ExpandItem[];
}

/**
 * An entity as JSON: the selected properties (MetadataId always), or all of them; what is expanded; `@odata.type` when
 * its type is not the one the request speaks of.
 * @throws DataverseError 400 for an unknown property.
 */
export function shapeEntity(
  entity: MetadataEntity,
  { type, select, expand }: Shape,
): { [name: string]: Json } {
  const body: { [name: string]: Json } = {};
  if (entity.type !== type) body['@odata.type'] = `#Microsoft.Dynamics.CRM.${entity.type}`;
  if (select === undefined || select === 'all') Object.assign(body, entity.properties, entity.derived);
  else {
    for (const name of new Set([...select, 'MetadataId'])) body[name] = propertyOf(entity, [name], type);
  }
  for (const item of expand ?? []) body[item.navigation] = expandItem(entity, item, type);
  return body;
}

function expandItem(entity: MetadataEntity, item: ExpandItem, type: string): Json {
  const navigate = entity.related[item.navigation];
  if (navigate === undefined || item.reference || item.orderBy !== undefined || item.top !== undefined) {
    throw errors.badQuery(
      `Could not find a property named '${item.navigation}' on type 'Microsoft.Dynamics.CRM.${type}'.`,
    );
  }
  const related = navigate();
  if (related === undefined) return null;
  const shape = (declared: string): Shape => ({
    type: item.cast ?? declared,
    ...(item.select === undefined ? {} : { select: item.select }),
    ...(item.expand === undefined ? {} : { expand: item.expand }),
  });
  if (!isCollection(related)) return shapeEntity(related, shape(related.type));
  const wanted = shape(related.declaredType);
  return chosen(related, wanted.type, item.filter).map((entity) => shapeEntity(entity, wanted));
}

/** The entities of a collection that are of the type asked for and meet the filter. */
export function chosen(
  collection: MetadataCollection,
  type: string,
  filter: ExpandItem['filter'],
): readonly MetadataEntity[] {
  return collection.items
    .filter((entity) => type === collection.declaredType || isOfType(entity, type))
    .filter((entity) => filter === undefined || meets(entity, filter, type));
}
