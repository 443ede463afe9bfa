import type { Rule } from '../../rule.js';

/**
 * What `npm run build` makes is what it would make now, no more and no less: bundles, string tables, icons, mails.
 */
export const fresh: Rule = {
  name: 'file/fresh',
  look: ({ files, built }) => {
    const folders = new Set([...built.keys()].map(topFolder));
    return [
      ...[...built].map(([file, content]) => {
        const found = files.get(file)?.content;
        if (found === content) return { file };
        const state = found === undefined ? 'is missing' : 'is not what its source says';
        return { file, problem: `This file ${state}. Run \`npm run build\`.` };
      }),
      ...[...files.keys()]
        .filter((path) => folders.has(topFolder(path)) && !built.has(path))
        .map((file) => ({
          file,
          problem: 'No source makes this file any more. Run `npm run build`, which removes it.',
        })),
    ];
  },
};

const topFolder = (path: string): string => path.split('/')[0] ?? '';
