import type { Catalogue } from '../../../metadata/catalogue.js';
import { metadataId } from '../../../metadata/metadataId.js';
import type { AlternateKey, Table } from '../../../metadata/model.js';
import { tableSettings } from '../../../metadata/tableSettings.js';
import { privilegeName, verbs } from '../../../organization/security/privilegeNames.js';
import { privilegeId } from '../../../organization/security/privilegeId.js';
import type { Json } from '../json.js';
import type { MetadataCollection, MetadataEntity } from '../metadataEntity.js';
import { describeColumns } from './column.js';
import { label, managed, type Languages } from './label.js';
import { describeManyToMany, describeOneToMany } from './relationship.js';

const ownershipTypes = { user: 'UserOwned', organization: 'OrganizationOwned', none: 'None' } as const;

/** Every table of the organization: `EntityDefinitions`. */
export function describeTables(catalogue: Catalogue, languages: Languages): MetadataCollection {
  return {
    declaredType: 'EntityMetadata',
    alternateKey: 'LogicalName',
    items: [...catalogue.tables.values()].map((table) => describeTable(catalogue, table, languages)),
  };
}

/** One table, with its columns, keys and relationships to expand. */
function describeTable(catalogue: Catalogue, table: Table, languages: Languages): MetadataEntity {
  const name = table.logicalName;
  return {
    type: 'EntityMetadata',
    properties: {
      ...identity(table),
      ...nature(table),
      ...texts(table, languages),
      Privileges: privileges(table),
    },
    derived: {},
    related: {
      Attributes: () => describeColumns(table, languages),
      Keys: () => describeKeys(table, languages),
      OneToManyRelationships: () => describeOneToMany(catalogue, 'referencedTable', name, languages),
      ManyToOneRelationships: () => describeOneToMany(catalogue, 'referencingTable', name, languages),
      ManyToManyRelationships: () => describeManyToMany(catalogue, name, languages),
    },
  };
}

function identity(table: Table): Readonly<Record<string, Json>> {
  return {
    MetadataId: metadataId('entity', table.logicalName),
    LogicalName: table.logicalName,
    SchemaName: table.schemaName,
    EntitySetName: table.setName,
    LogicalCollectionName: table.setName,
    CollectionSchemaName: table.setName,
    ObjectTypeCode: table.objectTypeCode,
    PrimaryIdAttribute: table.primaryId,
    PrimaryNameAttribute: table.primaryName ?? null,
    PrimaryImageAttribute: null,
  };
}

function nature(table: Table): Readonly<Record<string, Json>> {
  return {
    OwnershipType: ownershipTypes[table.ownership],
    TableType: 'Standard',
    IsActivity: table.isActivity,
    // Every activity is in the menus that create one, and available offline ("Custom activities").
    ActivityTypeMask: table.isActivity ? 1 : 0,
    IsAvailableOffline: table.isActivity,
    IsActivityParty: table.logicalName === 'activityparty',
    IsIntersect: table.isIntersect,
    IsCustomEntity: table.isCustom,
    IsManaged: false,
    IsPrivate: false,
    IsLogicalEntity: false,
    IsValidForAdvancedFind: !table.isIntersect,
    IsCustomizable: managed(true, 'iscustomizable'),
    IsOptimisticConcurrencyEnabled: !table.isIntersect,
    ChangeTrackingEnabled: table.changeTracking,
    HasActivities: table.hasActivities,
    HasNotes: table.hasNotes,
    ...describeSettings(table),
    EntityColor: table.color ?? null,
    IconVectorName: table.icon ?? null,
    HasChanged: null,
  };
}

function describeSettings({ settings }: Table): Readonly<Record<string, Json>> {
  return Object.fromEntries(
    tableSettings.map(({ property, managed: name, byDefault }) => {
      const value = settings[property] ?? byDefault;
      return [property, name === undefined ? value : managed(value, name)];
    }),
  );
}

function texts(table: Table, languages: Languages): Readonly<Record<string, Json>> {
  return {
    DisplayName: label(table.labels, languages),
    DisplayCollectionName: label(table.collectionLabels, languages),
    Description: label(table.descriptions, languages),
  };
}

/** The privileges that govern a table. */
function privileges(table: Table): Json {
  const isUserOwned = table.ownership === 'user';
  return verbs
    .filter((verb) => isUserOwned || (verb !== 'Assign' && verb !== 'Share'))
    .flatMap((verb) => {
      const name = privilegeName(table, verb);
      if (name === undefined) return [];
      return {
        Name: name,
        PrivilegeId: privilegeId(name),
        PrivilegeType: verb,
        CanBeBasic: isUserOwned,
        CanBeLocal: isUserOwned,
        CanBeDeep: isUserOwned,
        CanBeGlobal: true,
        CanBeEntityReference: false,
        CanBeParentEntityReference: false,
      };
    });
}

function describeKeys(table: Table, languages: Languages): MetadataCollection {
  return {
    declaredType: 'EntityKeyMetadata',
    alternateKey: 'LogicalName',
    items: table.keys.map((key) => describeKey(table, key, languages)),
  };
}

function describeKey(table: Table, key: AlternateKey, languages: Languages): MetadataEntity {
  return {
    type: 'EntityKeyMetadata',
    properties: {
      MetadataId: metadataId('key', table.logicalName, key.logicalName),
      LogicalName: key.logicalName,
      SchemaName: key.schemaName,
      EntityLogicalName: table.logicalName,
      KeyAttributes: key.columns,
      EntityKeyIndexStatus: 'Active',
      IsManaged: false,
      IsSynchronous: false,
      IsExportKey: false,
      IsSecondaryKey: false,
      IsCustomizable: managed(true, 'iscustomizable'),
      DisplayName: label(key.labels, languages),
      AsyncJob: null,
      HasChanged: null,
    },
    derived: {},
    related: {},
  };
}
