import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { xmlFiles } from './files.js';
import type { Cascade } from './model.js';
import type { ManyToManyDefinition, OneToManyDefinition } from './solution.js';
import { attributeOf, childOf, childrenOf, readXml, textOf } from './xml.js';

const cascades: ReadonlySet<string> = new Set<Cascade>([
  'NoCascade', 'Cascade', 'Active', 'UserOwned', 'RemoveLink', 'Restrict',
]); // prettier-ignore

/** The relationships of a solution, by kind. */
export interface Relationships {
  readonly oneToMany: readonly OneToManyDefinition[];
  readonly manyToMany: readonly ManyToManyDefinition[];
}

/**
 * Reads `Other/Relationships/*.xml`. Throws Error when a relationship is not listed in `Other/Relationships.xml`, or
 * listed and not defined: the packer drops the first without a word and the import fails on the second.
 */
export function readRelationships(folder: string): Relationships {
  const oneToMany: OneToManyDefinition[] = [];
  const manyToMany: ManyToManyDefinition[] = [];
  const defined = new Map<string, string>();
  for (const file of xmlFiles(folder, 'Other', 'Relationships')) {
    for (const element of childrenOf(readXml(file), 'EntityRelationship')) {
      const name = attributeOf(element, 'Name');
      if (name === undefined) throw new Error(`${file}: an EntityRelationship has no Name.`);
      defined.set(name, file);
      if (textOf(element, 'EntityRelationshipType') === 'ManyToMany')
        manyToMany.push(readManyToMany(element, name, file));
      else oneToMany.push(readOneToMany(element, name, file));
    }
  }
  compareWithIndex(join(folder, 'Other', 'Relationships.xml'), defined);
  return { oneToMany, manyToMany };
}

function compareWithIndex(index: string, defined: ReadonlyMap<string, string>): void {
  const elements = existsSync(index) ? childrenOf(readXml(index), 'EntityRelationship') : [];
  const listed = new Set(elements.map((element) => attributeOf(element, 'Name') ?? ''));
  for (const [name, file] of defined) {
    if (!listed.has(name)) throw new Error(`${file}: relationship '${name}' is not listed in ${index}.`);
  }
  for (const name of listed) {
    if (!defined.has(name))
      throw new Error(`${index}: relationship '${name}' is listed and defined nowhere.`);
  }
}

function readOneToMany(element: Element, schemaName: string, file: string): OneToManyDefinition {
  const referencingNavigation = navigationOfRole(element, 'RelationshipRoleType', '1');
  const referencedNavigation = navigationOfRole(element, 'RelationshipRoleType', '0');
  return {
    schemaName,
    referencedTable: requiredName(element, 'ReferencedEntityName', schemaName, file),
    referencingTable: requiredName(element, 'ReferencingEntityName', schemaName, file),
    referencingColumn: requiredName(element, 'ReferencingAttributeName', schemaName, file),
    ...(referencingNavigation === undefined ? {} : { referencingNavigation }),
    ...(referencedNavigation === undefined ? {} : { referencedNavigation }),
    onDelete: readCascade(element, 'CascadeDelete', 'RemoveLink', file),
    onAssign: readCascade(element, 'CascadeAssign', 'NoCascade', file),
  };
}

function readManyToMany(element: Element, schemaName: string, file: string): ManyToManyDefinition {
  const first = navigationOfRole(element, 'AssociationRoleOrdinal', '1');
  const second = navigationOfRole(element, 'AssociationRoleOrdinal', '2');
  return {
    schemaName,
    intersect: requiredName(element, 'IntersectEntityName', schemaName, file),
    first: {
      table: requiredName(element, 'FirstEntityName', schemaName, file),
      ...(first === undefined ? {} : { navigation: first }),
    },
    second: {
      table: requiredName(element, 'SecondEntityName', schemaName, file),
      ...(second === undefined ? {} : { navigation: second }),
    },
  };
}

function navigationOfRole(element: Element, key: string, value: string): string | undefined {
  const roles = childrenOf(childOf(element, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
  return textOf(
    roles.find((role) => textOf(role, key) === value),
    'NavigationPropertyName',
  );
}

function requiredName(element: Element, child: string, relationship: string, file: string): string {
  const text = textOf(element, child);
  if (text === undefined) throw new Error(`${file}: relationship '${relationship}' has no ${child}.`);
  return text.toLowerCase();
}

function readCascade(element: Element, child: string, byDefault: Cascade, file: string): Cascade {
  const text = textOf(element, child) ?? byDefault;
  if (!isCascade(text)) throw new Error(`${file}: '${text}' is no ${child}.`);
  return text;
}

function isCascade(text: string): text is Cascade {
  return cascades.has(text);
}
