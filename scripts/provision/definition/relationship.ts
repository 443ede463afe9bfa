import type { Element } from '@xmldom/xmldom';
import type { Json } from '../../environment/environment.js';
import { child, children, isOn, text } from '../../solution/xml.js';
import type { RelationshipSource, TableSource } from './wanted.js';
import { labelOf } from './label.js';

/** What happens to the rows that refer to a row: XML element → property of CascadeConfiguration. */
const cascades = [
  ['CascadeAssign', 'Assign'],
  ['CascadeDelete', 'Delete'],
  ['CascadeArchive', 'Archive'],
  ['CascadeMerge', 'Merge'],
  ['CascadeReparent', 'Reparent'],
  ['CascadeShare', 'Share'],
  ['CascadeUnshare', 'Unshare'],
  ['CascadeRollupView', 'RollupView'],
] as const;

/**
 * A relationship of the solution, from its element (Web API: create and update table relationships). Undefined for those
 * of the columns that the platform makes: it makes these relationships too.
 */
export function readRelationship(
  element: Element,
  tables: readonly TableSource[],
): RelationshipSource | undefined {
  const name = element.getAttribute('Name') ?? '';
  if (text(element, 'EntityRelationshipType') === 'ManyToMany')
    return { name, kind: 'ManyToMany', definition: manyToMany(element, name) };
  const lookup = tables
    .find((table) => table.name === lower(element, 'ReferencingEntityName'))
    ?.columns.find((column) => column.name === lower(element, 'ReferencingAttributeName'));
  if (lookup?.origin !== 'relationship') return undefined;
  return { name, kind: 'OneToMany', definition: oneToMany(element, name, lookup.definition) };
}

function oneToMany(element: Element, name: string, lookup: Json): Json {
  const referencing = roleOf(element, 'RelationshipRoleType', '1');
  const referenced = roleOf(element, 'RelationshipRoleType', '0');
  return {
    '@odata.type': 'Microsoft.Dynamics.CRM.OneToManyRelationshipMetadata',
    SchemaName: name,
    ReferencedEntity: lower(element, 'ReferencedEntityName'),
    ReferencingEntity: lower(element, 'ReferencingEntityName'),
    ...navigation('ReferencingEntityNavigationPropertyName', referencing),
    ...navigation('ReferencedEntityNavigationPropertyName', referenced),
    IsValidForAdvancedFind: isOn(element, 'IsValidForAdvancedFind'),
    IsHierarchical: isOn(element, 'IsHierarchical'),
    CascadeConfiguration: Object.fromEntries(
      cascades.flatMap(([from, to]) => (text(element, from) === '' ? [] : [[to, text(element, from)]])),
    ),
    AssociatedMenuConfiguration: menu(referencing),
    Lookup: lookup,
  };
}

function manyToMany(element: Element, name: string): Json {
  const first = roleOf(element, 'AssociationRoleOrdinal', '1');
  const second = roleOf(element, 'AssociationRoleOrdinal', '2');
  return {
    '@odata.type': 'Microsoft.Dynamics.CRM.ManyToManyRelationshipMetadata',
    SchemaName: name,
    IntersectEntityName: lower(element, 'IntersectEntityName'),
    IsValidForAdvancedFind: isOn(element, 'IsValidForAdvancedFind'),
    Entity1LogicalName: lower(element, 'FirstEntityName'),
    ...navigation('Entity1NavigationPropertyName', first),
    Entity1AssociatedMenuConfiguration: menu(first),
    Entity2LogicalName: lower(element, 'SecondEntityName'),
    ...navigation('Entity2NavigationPropertyName', second),
    Entity2AssociatedMenuConfiguration: menu(second),
  };
}

/** How a table's rows are offered on the form of a row they belong to. */
function menu(role: Element | undefined): Json {
  const order = text(role, 'NavPaneOrder');
  return {
    Behavior: text(role, 'NavPaneDisplayOption') || 'UseCollectionName',
    Group: text(role, 'NavPaneArea') || 'Details',
    Label: labelOf(role, 'CustomLabels'),
    ...(order === '' ? {} : { Order: Number(order) }),
  };
}

function navigation(property: string, role: Element | undefined): Json {
  const name = text(role, 'NavigationPropertyName');
  return name === '' ? {} : { [property]: name };
}

function roleOf(relationship: Element, key: string, value: string): Element | undefined {
  const roles = children(child(relationship, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
  return roles.find((role) => text(role, key) === value);
}

const lower = (element: Element, name: string): string => text(element, name).toLowerCase();
