import { errors } from '../../errors.js';
import type { Key, Segment } from '../url/path.js';
import type { Json } from './json.js';
import {
  isCollection,
  isOfType,
  propertyOf,
  type MetadataCollection,
  type MetadataEntity,
} from './metadataEntity.js';

/** Where a path through the metadata ends. `type` is the declared type, or the one it was cast to. */
export type Place =
  | { readonly kind: 'collection'; readonly collection: MetadataCollection; readonly type: string }
  | { readonly kind: 'entity'; readonly entity: MetadataEntity; readonly type: string }
  | { readonly kind: 'value'; readonly value: Json; readonly raw: boolean };

/**
 * Follows a path such as `(LogicalName='contact')/Attributes/Microsoft.Dynamics.CRM.PicklistAttributeMetadata`.
 * @throws DataverseError 404 when it leads nowhere.
 */
export function navigate(
  root: MetadataCollection,
  key: Key | undefined,
  segments: readonly Segment[],
): Place {
  let place: Place = withKey({ kind: 'collection', collection: root, type: root.declaredType }, key);
  for (const segment of segments) place = follow(place, segment);
  return place;
}

function follow(place: Place, segment: Segment): Place {
  if (segment.qualified) return withKey(cast(place, segment.name), segment.key);
  if (place.kind === 'value' && segment.name === '$value') return { ...place, raw: true };
  if (place.kind !== 'entity') throw errors.unknownSegment(segment.name);
  const related = place.entity.related[segment.name];
  if (related === undefined) return { kind: 'value', value: propertyAt(place, segment.name), raw: false };
  const target = related();
  if (target === undefined) return { kind: 'value', value: null, raw: false };
  if (!isCollection(target)) return { kind: 'entity', entity: target, type: target.type };
  return withKey({ kind: 'collection', collection: target, type: target.declaredType }, segment.key);
}

function propertyAt({ entity, type }: Extract<Place, { kind: 'entity' }>, name: string): Json {
  if (entity.properties[name] === undefined && entity.derived[name] === undefined)
    throw errors.unknownSegment(name);
  return propertyOf(entity, [name], type);
}

function cast(place: Place, type: string): Place {
  if (place.kind === 'collection') return { ...place, type };
  if (place.kind === 'entity' && isOfType(place.entity, type)) return { ...place, type };
  throw errors.unknownSegment(`Microsoft.Dynamics.CRM.${type}`);
}

function withKey(place: Place, key: Key | undefined): Place {
  if (key === undefined) return place;
  if (place.kind !== 'collection') throw errors.unknownSegment('key');
  const { collection, type } = place;
  const [name, wanted] = key.kind === 'id' ? ['MetadataId', key.id] : onlyPart(key, collection);
  const entity = collection.items.find((item) => item.properties[name] === wanted);
  if (entity === undefined) throw errors.metadataNotFound(collection.declaredType, name, wanted);
  if (type !== collection.declaredType && !isOfType(entity, type)) {
    throw errors.metadataNotFound(type, name, wanted);
  }
  return { kind: 'entity', entity, type };
}

function onlyPart(
  { parts }: Extract<Key, { kind: 'alternate' }>,
  collection: MetadataCollection,
): [string, string] {
  const [part, ...more] = parts;
  const known =
    part !== undefined && more.length === 0 && [collection.alternateKey, 'MetadataId'].includes(part[0]);
  if (!known) throw errors.keyNotDefined(collection.declaredType);
  return part;
}
