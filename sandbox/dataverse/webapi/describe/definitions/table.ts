import type { Catalogue } from '../../../metadata/catalogue.js';
import { metadataId } from '../../../metadata/metadataId.js';
import type { AlternateKey, Table } from '../../../metadata/model.js';
import type { Json } from '../json.js';
import type { MetadataCollection, MetadataEntity } from '../metadataEntity.js';
import { describeColumns } from './column.js';
import { label, managed, type Languages } from './label.js';
import { describeManyToMany, describeOneToMany } from './relationship.js';

const ownershipTypes = { user: 'UserOwned', organization: 'OrganizationOwned', none: 'None' } as const;

const verbs = ['Create', 'Read', 'Write', 'Delete', 'Assign', 'Share', 'Append', 'AppendTo'] as const;

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
      OneToManyRelationships: () => describeOneToMany(catalogue, 'referencedTable', name),
      ManyToOneRelationships: () => describeOneToMany(catalogue, 'referencingTable', name),
      ManyToManyRelationships: () => describeManyToMany(catalogue, name),
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
    HasChanged: null,
  };
}

function texts(table: Table, languages: Languages): Readonly<Record<string, Json>> {
  return {
    DisplayName: label(table.labels, languages),
    DisplayCollectionName: label(table.collectionLabels, languages),
    Description: label(table.descriptions, languages),
  };
}

/** The privileges that govern a table; all activities share one set. */
function privileges(table: Table): Json {
  if (table.isIntersect) return [];
  const subject = table.isActivity ? 'Activity' : table.schemaName;
  return verbs
    .filter((verb) => table.ownership === 'user' || (verb !== 'Assign' && verb !== 'Share'))
    .map((verb) => ({
      Name: `prv${verb}${subject}`,
      PrivilegeId: metadataId('privilege', `prv${verb}${subject}`.toLowerCase()),
      PrivilegeType: verb,
      CanBeBasic: table.ownership === 'user',
      CanBeLocal: table.ownership === 'user',
      CanBeDeep: table.ownership === 'user',
      CanBeGlobal: true,
      CanBeEntityReference: false,
      CanBeParentEntityReference: false,
    }));
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
