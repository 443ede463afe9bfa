import { errors } from '../../errors.js';
import { isObject, type Json } from './json.js';

/**
 * One thing of the metadata with an identity: a table, a column, a key, a relationship, a choice. Its properties fall
 * in those of the type its collection declares (`AttributeMetadata`) and those of its own, derived type
 * (`PicklistAttributeMetadata`), which a request can only name after a cast.
 */
export interface MetadataEntity {
  /** `PicklistAttributeMetadata`. */
  readonly type: string;
  readonly properties: Readonly<Record<string, Json>>;
  readonly derived: Readonly<Record<string, Json>>;
  /** Navigation properties; computed when they are expanded or addressed. */
  readonly related: Readonly<Record<string, () => Related>>;
}

/** What a navigation property leads to. */
export type Related = MetadataCollection | MetadataEntity | undefined;

/** A collection of one declared type. */
export interface MetadataCollection {
  readonly declaredType: string;
  /** The property, beside MetadataId, by which one of them can be addressed: `Attributes(LogicalName='x')`. */
  readonly alternateKey: string;
  readonly items: readonly MetadataEntity[];
}

/** Whether a navigation property leads to many. */
export function isCollection(related: Related): related is MetadataCollection {
  return related !== undefined && 'items' in related;
}

/** Types that a cast may name besides an entity's own: the bases of the choice-like columns. */
const bases: Readonly<Record<string, string>> = {
  PicklistAttributeMetadata: 'EnumAttributeMetadata',
  MultiSelectPicklistAttributeMetadata: 'EnumAttributeMetadata',
  StateAttributeMetadata: 'EnumAttributeMetadata',
  StatusAttributeMetadata: 'EnumAttributeMetadata',
};

/** Whether an entity can be cast to a type: its own, or the base of it. */
export function isOfType(entity: MetadataEntity, type: string): boolean {
  return entity.type === type || bases[entity.type] === type;
}

/**
 * A property by its path (`RequiredLevel/Value`), as a `$filter` or `$select` of the given type sees it.
 * @throws DataverseError 400 when the type has no such property.
 */
export function propertyOf(entity: MetadataEntity, path: readonly string[], type: string): Json {
  const [name = '', ...rest] = path;
  const own = isOfType(entity, type) ? { ...entity.properties, ...entity.derived } : entity.properties;
  let value = own[name];
  if (value === undefined) throw errors.unknownProperty(name, type);
  for (const step of rest) {
    const inner: Json | undefined = isObject(value) ? value[step] : undefined;
    if (inner === undefined) throw errors.unknownProperty(step, type);
    value = inner;
  }
  return value;
}
