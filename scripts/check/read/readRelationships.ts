import type { Element } from '@xmldom/xmldom';
import { children, text } from '../../solution/xml.js';
import { value } from './markup.js';
import type { Relationship } from './schema.js';
import type { Component } from './solutionSource.js';
import type { SourceFiles } from './sourceFiles.js';

/** Where relationships are listed. */
export const relationshipList = 'Other/Relationships.xml';

/** The folder they are defined in. */
const relationshipFolder = 'Other/Relationships/';

/** A relationship as it is defined. */
export interface RelationshipComponent extends Component {
  readonly name: string;
}

/** The definitions in `Other/Relationships/*.xml`. */
export function readRelationshipElements(files: SourceFiles): readonly RelationshipComponent[] {
  return [...files.values()]
    .filter(({ path }) => path.startsWith(relationshipFolder))
    .flatMap(({ path, root }) =>
      children(root, 'EntityRelationship').map((element) => ({
        file: path,
        element,
        name: value(element, 'Name'),
      })),
    );
}

/** Those between two tables by a lookup; the rest are between many rows and many. */
export const isOneToMany = ({ element }: RelationshipComponent): boolean =>
  text(element, 'EntityRelationshipType') === 'OneToMany';

/** The relationships a solution brings. */
export function readRelationships(files: SourceFiles): readonly Relationship[] {
  return readRelationshipElements(files).map(({ element }) => readRelationship(element));
}

function readRelationship(element: Element): Relationship {
  const table = (name: string): string => text(element, name).toLowerCase();
  const name = value(element, 'Name');
  return text(element, 'EntityRelationshipType') === 'ManyToMany'
    ? { name, kind: 'ManyToMany', first: table('FirstEntityName'), second: table('SecondEntityName') }
    : {
        name,
        kind: 'OneToMany',
        first: table('ReferencedEntityName'),
        second: table('ReferencingEntityName'),
      };
}
