import type { Catalogue } from '../../../metadata/catalogue.js';
import { metadataId } from '../../../metadata/metadataId.js';
import type { AssociatedMenu, ManyToMany, OneToMany } from '../../../metadata/model.js';
import type { Json } from '../json.js';
import type { MetadataCollection, MetadataEntity } from '../metadataEntity.js';
import { label, managed, type Languages } from './label.js';

/** The relationships in which a table is the referenced one, or the referencing one. */
export function describeOneToMany(
  catalogue: Catalogue,
  side: 'referencedTable' | 'referencingTable',
  table: string,
  languages: Languages,
): MetadataCollection {
  const own = catalogue.oneToMany.filter((relationship) => relationship[side] === table);
  return {
    declaredType: 'OneToManyRelationshipMetadata',
    alternateKey: 'SchemaName',
    items: own
      .filter(isFirstOfName)
      .map((relationship) => flat(oneToMany(catalogue, relationship, languages))),
  };
}

/** The many-to-many relationships of a table. */
export function describeManyToMany(
  catalogue: Catalogue,
  table: string,
  languages: Languages,
): MetadataCollection {
  const own = catalogue.manyToMany.filter(
    ({ first, second }) => first.table === table || second.table === table,
  );
  return {
    declaredType: 'ManyToManyRelationshipMetadata',
    alternateKey: 'SchemaName',
    items: own.map((relationship) => flat(manyToMany(relationship, languages))),
  };
}

/** Every relationship of the organization: `RelationshipDefinitions`. */
export function describeRelationships(catalogue: Catalogue, languages: Languages): MetadataCollection {
  return {
    declaredType: 'RelationshipMetadataBase',
    alternateKey: 'SchemaName',
    items: [
      ...catalogue.oneToMany
        .filter(isFirstOfName)
        .map((relationship) => oneToMany(catalogue, relationship, languages)),
      ...catalogue.manyToMany.map((relationship) => manyToMany(relationship, languages)),
    ],
  };
}

/** An owner's relationship is in the catalogue once for users and once for teams; in the metadata it is one. */
function isFirstOfName({ schemaName }: OneToMany, index: number, all: readonly OneToMany[]): boolean {
  return all.findIndex((other) => other.schemaName === schemaName) === index;
}

function oneToMany(catalogue: Catalogue, relationship: OneToMany, languages: Languages): MetadataEntity {
  const { referencedTable, referencingTable, referencingColumn, onDelete, onAssign, sharing } = relationship;
  const column = catalogue.table(referencingTable).columns.get(referencingColumn);
  return {
    type: 'OneToManyRelationshipMetadata',
    properties: common(relationship.schemaName, 'OneToManyRelationship', relationship.isCustom),
    derived: {
      ReferencedEntity: column?.type === 'owner' ? 'owner' : referencedTable,
      ReferencedAttribute: column?.type === 'owner' ? 'ownerid' : catalogue.table(referencedTable).primaryId,
      ReferencingEntity: referencingTable,
      ReferencingAttribute: referencingColumn,
      ReferencedEntityNavigationPropertyName: relationship.referencedNavigation,
      ReferencingEntityNavigationPropertyName: relationship.referencingNavigation,
      IsHierarchical: false,
      CascadeConfiguration: {
        Assign: onAssign,
        Delete: onDelete,
        Share: sharing.share,
        Unshare: sharing.unshare,
        Reparent: sharing.reparent,
        RollupView: sharing.rollupView,
      },
      AssociatedMenuConfiguration: menuOf(relationship.menu, languages),
    },
    related: {},
  };
}

function manyToMany(
  { schemaName, first, second, intersect, isCustom }: ManyToMany,
  languages: Languages,
): MetadataEntity {
  return {
    type: 'ManyToManyRelationshipMetadata',
    properties: common(schemaName, 'ManyToManyRelationship', isCustom),
    derived: {
      Entity1LogicalName: first.table,
      Entity1IntersectAttribute: first.column,
      Entity1NavigationPropertyName: first.navigation,
      Entity1AssociatedMenuConfiguration: menuOf(first.menu, languages),
      Entity2LogicalName: second.table,
      Entity2IntersectAttribute: second.column,
      Entity2NavigationPropertyName: second.navigation,
      Entity2AssociatedMenuConfiguration: menuOf(second.menu, languages),
      IntersectEntityName: intersect,
    },
    related: {},
  };
}

/** How apps list the related rows; under the collection's name when nobody says anything. */
function menuOf(menu: AssociatedMenu | undefined, languages: Languages): Json {
  return {
    Behavior: menu?.behavior ?? 'UseCollectionName',
    Group: menu?.group ?? 'Details',
    Order: menu?.order ?? null,
    IsCustomizable: true,
    Label: label(menu?.labels ?? {}, languages),
  };
}

function common(schemaName: string, kind: string, isCustom: boolean): MetadataEntity['properties'] {
  return {
    MetadataId: metadataId('relationship', schemaName),
    SchemaName: schemaName,
    RelationshipType: kind,
    IsCustomRelationship: isCustom,
    IsManaged: false,
    IsValidForAdvancedFind: true,
    IsCustomizable: managed(true, 'iscustomizable'),
    SecurityTypes: 'None',
    HasChanged: null,
  };
}

/** Where a collection declares the relationship's own type, all its properties are the declared type's. */
function flat(entity: MetadataEntity): MetadataEntity {
  return { ...entity, properties: { ...entity.properties, ...entity.derived }, derived: {} };
}
