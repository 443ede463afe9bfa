import type { Element } from '@xmldom/xmldom';
import { textOf } from '../../../sandbox/dataverse/metadata/xml.js';
import { below, value } from './markup.js';
import type { Relationship } from './schema.js';
import type { SourceFiles } from './sourceFiles.js';

/** The relationships a solution brings: `Other/Relationships/*.xml`. */
export function readRelationships(files: SourceFiles): readonly Relationship[] {
  return [...files.values()]
    .filter(({ path }) => path.startsWith('Other/Relationships/'))
    .flatMap(({ root }) => below(root, 'EntityRelationship').map(readRelationship));
}

function readRelationship(element: Element): Relationship {
  const table = (name: string): string => (textOf(element, name) ?? '').toLowerCase();
  const name = value(element, 'Name');
  return textOf(element, 'EntityRelationshipType') === 'ManyToMany'
    ? { name, kind: 'ManyToMany', first: table('FirstEntityName'), second: table('SecondEntityName') }
    : {
        name,
        kind: 'OneToMany',
        first: table('ReferencedEntityName'),
        second: table('ReferencingEntityName'),
      };
}
