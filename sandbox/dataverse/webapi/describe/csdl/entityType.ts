import type { Catalogue } from '../../../metadata/catalogue.js';
import type { AlternateKey, Column, Navigation, OneToMany, Table } from '../../../metadata/model.js';
import { edmType, propertyName } from './edmType.js';
import { element } from './element.js';

/** Users and teams are principals: what `ownerid` leads to is one of them. */
const principals: ReadonlySet<string> = new Set(['systemuser', 'team']);

/** The abstract root of all tables. */
export function baseType(): string {
  return element('EntityType', { Name: 'crmbaseentity', Abstract: true });
}

/** The type `ownerid` leads to; it has the collections of what it owns. */
export function principalType(catalogue: Catalogue): string {
  const owned = catalogue.oneToMany.filter(
    (relationship) => relationship.referencedTable === 'systemuser' && isOwnership(catalogue, relationship),
  );
  return element('EntityType', { Name: 'principal', BaseType: 'mscrm.crmbaseentity' }, [
    element('Key', {}, [element('PropertyRef', { Name: 'ownerid' })]),
    element('Property', { Name: 'ownerid', Type: 'Edm.Guid', Nullable: false }),
    ...owned.map((relationship) =>
      element('NavigationProperty', {
        Name: relationship.referencedNavigation,
        Type: `Collection(mscrm.${relationship.referencingTable})`,
        Partner: relationship.referencingNavigation,
      }),
    ),
  ]);
}

/** A table's type: key, properties, navigation properties with their partners. */
export function entityType(catalogue: Catalogue, table: Table): string {
  const isPrincipal = principals.has(table.logicalName);
  const navigations = catalogue
    .navigations(table.logicalName)
    .filter((navigation) => !isInherited(catalogue, navigation, isPrincipal));
  const key = element('Key', {}, [element('PropertyRef', { Name: table.primaryId })]);
  return element(
    'EntityType',
    { Name: table.logicalName, BaseType: isPrincipal ? 'mscrm.principal' : 'mscrm.crmbaseentity' },
    [
      ...(isPrincipal ? [] : [key]),
      ...[...table.columns.values()].flatMap((column) => property(table, column)),
      ...navigations.map((navigation) => navigationProperty(catalogue, table, navigation)),
      ...alternateKeys(table),
    ],
  );
}

/** Whether a relationship is that of an `ownerid` column. */
export function isOwnership(catalogue: Catalogue, relationship: OneToMany): boolean {
  const { referencingTable, referencingColumn } = relationship;
  return catalogue.table(referencingTable).columns.get(referencingColumn)?.type === 'owner';
}

/** The collections of what a user or a team owns are the principal's. */
function isInherited(catalogue: Catalogue, navigation: Navigation, isPrincipal: boolean): boolean {
  return isPrincipal && navigation.kind === 'collection' && isOwnership(catalogue, navigation.relationship);
}

function property(table: Table, column: Column): string[] {
  const type = edmType(column);
  if (type === undefined || !column.validForRead) return [];
  return [
    element('Property', {
      Name: propertyName(column),
      Type: type,
      ...(column.logicalName === table.primaryId ? { Nullable: false } : {}),
      ...(type === 'Edm.String' ? { MaxLength: column.maxLength, Unicode: false } : {}),
      ...(type === 'Edm.Decimal' ? { Scale: 'variable' } : {}),
    }),
  ];
}

function navigationProperty(catalogue: Catalogue, table: Table, navigation: Navigation): string {
  const { name, target } = navigation;
  if (navigation.kind === 'many') {
    return element('NavigationProperty', {
      Name: name,
      Type: `Collection(mscrm.${target})`,
      Partner: navigation.far.navigation,
    });
  }
  const { referencingNavigation, referencedNavigation } = navigation.relationship;
  if (navigation.kind === 'collection') {
    return element('NavigationProperty', {
      Name: name,
      Type: `Collection(mscrm.${target})`,
      Partner: referencingNavigation,
    });
  }
  const column = table.columns.get(navigation.column);
  const isOwner = column?.type === 'owner';
  return element(
    'NavigationProperty',
    { Name: name, Type: isOwner ? 'mscrm.principal' : `mscrm.${target}`, Partner: referencedNavigation },
    [
      element('ReferentialConstraint', {
        Property: column === undefined ? navigation.column : propertyName(column),
        ReferencedProperty: isOwner ? 'ownerid' : catalogue.table(target).primaryId,
      }),
    ],
  );
}

function alternateKeys(table: Table): string[] {
  if (table.keys.length === 0) return [];
  const records = table.keys.map((key) => alternateKey(table, key));
  return [
    element('Annotation', { Term: 'OData.Community.Keys.V1.AlternateKeys' }, [
      element('Collection', {}, records),
    ]),
  ];
}

function alternateKey(table: Table, key: AlternateKey): string {
  const parts = key.columns.map((name) => {
    const column = table.columns.get(name);
    const property = column === undefined ? name : propertyName(column);
    return element('Record', { Type: 'OData.Community.Keys.V1.PropertyRef' }, [
      element('PropertyValue', { Property: 'Alias', String: property }),
      element('PropertyValue', { Property: 'Name', PropertyPath: property }),
    ]);
  });
  return element('Record', { Type: 'OData.Community.Keys.V1.AlternateKey' }, [
    element('PropertyValue', { Property: 'Key' }, [element('Collection', {}, parts)]),
  ]);
}
