import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { cascadesFrom, cascadeTypes } from '../cascades.js';
import type { Cascade } from '../model.js';
import { optional } from '../optional.js';
import type { ManyToManyDefinition, OneToManyDefinition } from '../solution.js';
import { attributeOf, childOf, childrenOf, readXml, textOf } from '../xml.js';
import { xmlFiles } from './files.js';
import { readMenu } from './readMenu.js';

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
  const navigationOf = (role: '0' | '1') =>
    textOf(roleOf(element, 'RelationshipRoleType', role), 'NavigationPropertyName');
  return {
    schemaName,
    referencedTable: requiredName(element, 'ReferencedEntityName', schemaName, file),
    referencingTable: requiredName(element, 'ReferencingEntityName', schemaName, file),
    referencingColumn: requiredName(element, 'ReferencingAttributeName', schemaName, file),
    ...optional('referencingNavigation', navigationOf('1')),
    ...optional('referencedNavigation', navigationOf('0')),
    ...cascadesFrom((action) => readCascade(element, `Cascade${action}`, file)),
    ...optional('menu', readMenu(roleOf(element, 'RelationshipRoleType', '1'))),
  };
}

function readManyToMany(element: Element, schemaName: string, file: string): ManyToManyDefinition {
  const end = (ordinal: '1' | '2', child: string) => {
    const role = roleOf(element, 'AssociationRoleOrdinal', ordinal);
    return {
      table: requiredName(element, child, schemaName, file),
      ...optional('navigation', textOf(role, 'NavigationPropertyName')),
      ...optional('menu', readMenu(role)),
    };
  };
  return {
    schemaName,
    intersect: requiredName(element, 'IntersectEntityName', schemaName, file),
    first: end('1', 'FirstEntityName'),
    second: end('2', 'SecondEntityName'),
  };
}

function roleOf(element: Element, key: string, value: string): Element | undefined {
  const roles = childrenOf(childOf(element, 'EntityRelationshipRoles'), 'EntityRelationshipRole');
  return roles.find((role) => textOf(role, key) === value);
}

function requiredName(element: Element, child: string, relationship: string, file: string): string {
  const text = textOf(element, child);
  if (text === undefined) throw new Error(`${file}: relationship '${relationship}' has no ${child}.`);
  return text.toLowerCase();
}

function readCascade(element: Element, child: string, file: string): Cascade | undefined {
  const text = textOf(element, child);
  if (text === undefined) return undefined;
  const type = cascadeTypes[text];
  if (type === undefined) throw new Error(`${file}: '${text}' is no ${child}.`);
  return type;
}
