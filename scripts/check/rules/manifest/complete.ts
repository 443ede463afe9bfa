import { child, children } from '../../../solution/xml.js';
import { manifestOf } from '../../read/manifest.js';
import type { Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

/** Elements that every export has once, by the element they stand in. */
const elements: Readonly<Record<string, readonly string[]>> = {
  SolutionManifest: [
    ...['UniqueName', 'LocalizedNames', 'Descriptions', 'Version', 'Managed', 'Publisher'],
    ...['RootComponents', 'MissingDependencies'],
  ],
  Publisher: [
    ...['UniqueName', 'LocalizedNames', 'Descriptions', 'EMailAddress', 'SupportingWebsiteUrl'],
    ...['CustomizationPrefix', 'CustomizationOptionValuePrefix', 'Addresses'],
  ],
};

/** The manifest has all its parts, and none twice: import takes the first, or refuses. */
export const complete: Rule = {
  name: 'manifest/complete',
  look: ({ files }) => {
    const manifest = manifestOf(files);
    return Object.entries(elements).flatMap(([place, names]) =>
      names.map((name) => {
        const parent = place === 'Publisher' ? child(manifest, place) : manifest;
        const count = children(parent, name).length;
        return {
          file: manifestFile,
          problem:
            count === 1 ? undefined : `${place} has ${count} elements ${name}. Write one, empty if need be.`,
        };
      }),
    );
  },
};
