import { webResourceFolder } from '../../read/readWebResources.js';
import type { Rule } from '../../rule.js';

/** The web resources are what `npm run build` makes of webresources/, no more and no less. */
export const fresh: Rule = {
  name: 'webResource/fresh',
  look: ({ files, built }) => [
    ...[...built].map(([path, content]) => {
      const file = `${webResourceFolder}${path}`;
      const found = files.get(file)?.content;
      if (found === content) return { file };
      const state = found === undefined ? 'is missing' : 'is not what webresources/ says';
      return { file, problem: `This file ${state}. Run \`npm run build\`.` };
    }),
    ...[...files.keys()]
      .filter(
        (path) => path.startsWith(webResourceFolder) && !built.has(path.slice(webResourceFolder.length)),
      )
      .map((file) => ({
        file,
        problem: 'Nothing in webresources/ makes this file any more. Run `npm run build`, which removes it.',
      })),
  ],
};
