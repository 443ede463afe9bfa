import { guid, text } from '../../../solution/xml.js';
import { below, value } from '../../read/markup.js';
import type { SolutionSource, WebResource } from '../../read/solutionSource.js';
import { sourceFile } from '../../read/sourceFiles.js';
import type { Looked, Rule } from '../../rule.js';

/** What DependencyXml names exists, by name and by id: else `getResourceString` finds no text. */
export const dependencies: Rule = {
  name: 'webResource/dependencies',
  look: (solution) => [...solution.webResources.values()].flatMap((resource) => lookAt(resource, solution)),
};

function lookAt({ element, file }: WebResource, { webResources }: SolutionSource): readonly Looked[] {
  // DependencyXml is XML written as text.
  const xml = text(element, 'DependencyXml');
  if (xml === '') return [];
  const { root, unreadable } = sourceFile('DependencyXml.xml', xml);
  if (unreadable !== undefined) return [{ file, problem: `${unreadable} Run \`npm run build\`.` }];
  return below(root, 'Library').map((library) => {
    const name = value(library, 'name');
    const id = guid(value(library, 'libraryUniqueId'));
    return { file, problem: problemOf(webResources.get(name), name, id) };
  });
}

function problemOf(found: WebResource | undefined, name: string, id: string): string | undefined {
  if (found === undefined)
    return `DependencyXml names ${name}, which is no web resource. Name one that is, or run \`npm run build\`.`;
  return found.id === id
    ? undefined
    : `DependencyXml gives ${name} the id ${id}. Write its WebResourceId, ${found.id}.`;
}
