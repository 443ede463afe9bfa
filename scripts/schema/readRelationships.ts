import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { entries } from '../solution/entries.js';
import type { LinkSchema, LookupSchema } from './model.js';
import { children, child, label, readXml, text } from '../solution/xml.js';

/** Relationships of an unpacked solution by table: the lookups it has, and the many-to-many ends it sees. */
export interface TableRelationships {
  readonly lookups: readonly LookupSchema[];
  readonly manyToMany: readonly LinkSchema[];
}

/** Reads `Other/Relationships/*.xml` and answers what belongs to one table. */
export function readRelationships(source: string): (table: string) => TableRelationships {
  const relationships = entries(join(source, 'Other', 'Relationships')).flatMap((file) =>
    children(readXml(file), 'EntityRelationship'),
  );
  return (table) => ({
    lookups: relationships.flatMap((relationship) => lookupOf(relationship, table)),
    manyToMany: relationships.flatMap((relationship) => linksOf(relationship, table)),
  });
}

/**
 * Navigation names that the XML leaves out follow Dataverse's rule: a lookup is called after its column, what an activity
 * regards after both tables (Web API: single-valued navigation properties).
 */
function lookupOf(relationship: Element, table: string): readonly LookupSchema[] {
  if (lower(relationship, 'ReferencingEntityName') !== table) return [];
  const column = lower(relationship, 'ReferencingAttributeName');
  const target = lower(relationship, 'ReferencedEntityName');
  const role = roleOf(relationship, 'RelationshipRoleType', '1');
  const named = text(role, 'NavigationPropertyName');
  const byRule = column === 'regardingobjectid' ? `${column}_${target}_${table}` : column;
  return [{ column, target, navigation: named === '' ? byRule : named }];
}

/** A role is labelled with what its own end's rows are called, so a table reads the label of the other end. */
function linksOf(relationship: Element, table: string): readonly LinkSchema[] {
  const ends = [
    {
      near: lower(relationship, 'FirstEntityName'),
      far: lower(relationship, 'SecondEntityName'),
      role: '1',
      other: '2',
    },
    {
      near: lower(relationship, 'SecondEntityName'),
      far: lower(relationship, 'FirstEntityName'),
      role: '2',
      other: '1',
    },
  ];
  return ends
    .filter(({ near }) => near === table)
    .map(({ far, role, other }) => ({
      label: label(roleOf(relationship, 'AssociationRoleOrdinal', other), 'CustomLabels', 'CustomLabel'),
      navigation: text(roleOf(relationship, 'AssociationRoleOrdinal', role), 'NavigationPropertyName'),
      target: far,
    }));
}

function roleOf(relationship: Element, key: string, value: string): Element | undefined {
  const roles = children(child(relationship, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
  return roles.find((role) => text(role, key) === value);
}

const lower = (element: Element, name: string): string => text(element, name).toLowerCase();
