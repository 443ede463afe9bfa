import type { Element } from '@xmldom/xmldom';
import type { Json } from '../../environment/environment.js';
import { child, children, isOn, text } from '../../solution/xml.js';
import type { KeySource, TableSource } from './wanted.js';
import { isPrimaryName, readColumn } from './column.js';
import { labelOf } from './label.js';
import { managed } from './managed.js';
import { managedFlags, plainFlags } from './tableFlags.js';

/**
 * A table, from the `entity` element of its file (Web API: create and update table definitions; Custom activities;
 * Define alternate keys).
 *
 * @param choices names of the solution's global choices
 */
export function readTable(entity: Element, choices: ReadonlySet<string>): TableSource {
  const attributes = children(child(entity, 'attributes'), 'attribute');
  const icon = text(entity, 'IconVectorName');
  return {
    name: schemaName(entity).toLowerCase(),
    definition: describe(entity),
    setName: text(entity, 'EntitySetName'),
    ...(icon === '' ? {} : { icon }),
    primaryColumn: text(attributes.find(isPrimaryName), 'LogicalName'),
    columns: attributes.map((attribute) => readColumn(attribute, choices)),
    keys: children(child(entity, 'EntityKeys'), 'EntityKey').map(readKey),
  };
}

function describe(entity: Element): Json {
  const isActivity = isOn(entity, 'IsActivity');
  const color = text(entity, 'EntityColor');
  return {
    '@odata.type': 'Microsoft.Dynamics.CRM.EntityMetadata',
    SchemaName: schemaName(entity),
    DisplayName: labelOf(entity, 'LocalizedNames'),
    DisplayCollectionName: labelOf(entity, 'LocalizedCollectionNames'),
    Description: labelOf(entity, 'Descriptions'),
    OwnershipType: text(entity, 'OwnershipTypeMask') === 'OrgOwned' ? 'OrganizationOwned' : 'UserOwned',
    IsActivity: isActivity,
    ...(isActivity ? activity(entity) : {}),
    HasActivities: isOn(entity, 'HasRelatedActivities'),
    HasNotes: isOn(entity, 'HasRelatedNotes'),
    ...Object.fromEntries(plainFlags.filter(stated(entity)).map((name) => [name, isOn(entity, name)])),
    ...Object.fromEntries(
      managedFlags
        .filter(([element]) => stated(entity)(element))
        .map(([element, property, name]) => [property, managed(isOn(entity, element), name)]),
    ),
    ...(color === '' ? {} : { EntityColor: color }),
  };
}

/** A custom activity has to be available offline; ActivityTypeMask 1 puts it into the menus of activities. */
function activity(entity: Element): Json {
  return {
    IsAvailableOffline: true,
    ActivityTypeMask: text(entity, 'ActivityTypeMask') === 'CommunicationActivity' ? 1 : 0,
  };
}

function readKey(key: Element): KeySource {
  return {
    name: text(key, 'LogicalName'),
    definition: {
      '@odata.type': 'Microsoft.Dynamics.CRM.EntityKeyMetadata',
      SchemaName: text(key, 'Name'),
      DisplayName: labelOf(key, 'displaynames'),
      KeyAttributes: children(child(key, 'EntityKeyAttributes'), 'AttributeName').map((name) =>
        (name.textContent ?? '').trim(),
      ),
    },
  };
}

const schemaName = (entity: Element): string => entity.getAttribute('Name') ?? '';

const stated =
  (entity: Element) =>
  (name: string): boolean =>
    text(entity, name) !== '';
