import { guid, text } from '../../solution/xml.js';
import type { WebResource } from './solutionSource.js';
import type { SourceFiles } from './sourceFiles.js';

/** Folder of web resources, and how the description of one ends. */
export const webResourceFolder = 'WebResources/';
export const descriptionEnd = '.data.xml';

/** The web resources that are described, by name. */
export function readWebResources(files: SourceFiles): ReadonlyMap<string, WebResource> {
  return new Map(
    [...files.values()].flatMap(({ path, root }) => {
      if (root === undefined || !path.startsWith(webResourceFolder) || !path.endsWith(descriptionEnd))
        return [];
      const name = text(root, 'Name');
      const content = files.get(path.slice(0, -descriptionEnd.length))?.content;
      const resource: WebResource = {
        file: path,
        element: root,
        name,
        id: guid(text(root, 'WebResourceId')),
        type: text(root, 'WebResourceType'),
        ...(content === undefined ? {} : { content }),
      };
      return [[name, resource] as const];
    }),
  );
}
