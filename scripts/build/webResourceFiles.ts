import { dataXml } from './dataXml.js';
import type { Files } from './files.js';
import type { WebResource } from './webResource.js';

/** What solution/src/WebResources holds: each web resource beside its description. */
export function filesOf(resources: readonly WebResource[]): Files {
  return new Map(
    resources.flatMap((resource) => [
      [resource.name, resource.content] as const,
      [`${resource.name}.data.xml`, dataXml(resource, resources)] as const,
    ]),
  );
}
