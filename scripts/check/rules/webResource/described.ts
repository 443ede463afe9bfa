import { descriptionEnd, webResourceFolder } from '../../read/readWebResources.js';
import type { Rule } from '../../rule.js';

/** Every file has its description and every description its file, under one name. SolutionPackager takes no other. */
export const described: Rule = {
  name: 'webResource/described',
  look: ({ files, webResources }) => [
    ...[...files.keys()]
      .filter((path) => path.startsWith(webResourceFolder) && !path.endsWith(descriptionEnd))
      .map((file) => ({
        file,
        problem: files.has(`${file}${descriptionEnd}`)
          ? undefined
          : `There is no ${file}${descriptionEnd}, so the file is not packed. Run \`npm run build\`, or delete the file.`,
      })),
    ...[...webResources.values()].map(({ file, name, content }) => {
      const path = file.slice(webResourceFolder.length, -descriptionEnd.length);
      if (content === undefined)
        return { file, problem: `There is no file ${path} to describe. Run \`npm run build\`.` };
      return {
        file,
        problem:
          name === path ? undefined : `Name is ${name}, the file's is ${path}. Write the file's into Name.`,
      };
    }),
  ],
};
