import { children } from '../../../solution/xml.js';
import { documents, emailTemplates, templatesFile } from '../../read/emailTemplates.js';
import type { Rule } from '../../rule.js';

/** A template's documents are packed into empty elements of its entry. */
export const placeholders: Rule = {
  name: 'template/placeholders',
  look: ({ files }) =>
    emailTemplates(files).flatMap(({ id, element }) =>
      Object.values(documents).map((name) => {
        const found = children(element, name);
        return {
          file: templatesFile,
          problem:
            found.length === 1 && found[0]?.hasChildNodes() === false
              ? undefined
              : `${id} has no empty ${name}, so the document is not packed. Write <${name} />.`,
        };
      }),
    ),
};
