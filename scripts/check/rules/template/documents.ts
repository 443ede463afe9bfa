import {
  documents as names,
  documentsFolder,
  emailTemplates,
  templatesFile,
} from '../../read/emailTemplates.js';
import type { Rule } from '../../rule.js';

/**
 * A template has its four documents, in the folder of its language and id, and every such folder has its template.
 */
export const documents: Rule = {
  name: 'template/documents',
  look: ({ files }) => {
    const folders = emailTemplates(files).map(({ id, language }) => `${documentsFolder}${language}/${id}/`);
    return [
      ...folders.flatMap((folder) =>
        Object.keys(names).map((name) => ({
          file: templatesFile,
          problem:
            (files.get(`${folder}${name}`)?.content.trim() ?? '') === ''
              ? `There is no ${folder}${name}, or it is empty. Run \`npm run build\`, or correct templateid and languagecode.`
              : undefined,
        })),
      ),
      ...[...files.keys()]
        .filter((path) => path.startsWith(documentsFolder))
        .map((file) => ({
          file,
          problem: folders.some((folder) => file.startsWith(folder))
            ? undefined
            : `No template of ${templatesFile} has the id and the language of this folder. Add it, or delete the folder.`,
        })),
    ];
  },
};
