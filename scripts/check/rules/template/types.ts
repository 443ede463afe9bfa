import { text } from '../../../solution/xml.js';
import { emailTemplates, templatesFile } from '../../read/emailTemplates.js';
import type { Rule } from '../../rule.js';

/**
 * What a template says, and what it may say: the number of an own table would be another one in every environment.
 */
const said: Readonly<Record<string, { readonly is: RegExp; readonly mend: string }>> = {
  templatetypecode: { is: /^[28]$/, mend: 'Write 8 (global) or 2 (contact).' },
  generationtypecode: { is: /^0$/, mend: 'Write 0.' },
  mimetype: { is: /^text\/html$/, mend: 'Write text/html.' },
  title: { is: /./, mend: 'Write the title that the service looks for.' },
  description: { is: /./, mend: 'Say what the mail is.' },
};

/**
 * A template is one for all tables or for contacts, of a type that every environment has, with title and description.
 */
export const types: Rule = {
  name: 'template/types',
  look: ({ files }) =>
    emailTemplates(files).flatMap(({ id, element }) =>
      Object.entries(said).map(([name, { is, mend }]) => {
        const found = text(element, name);
        return {
          file: templatesFile,
          problem: is.test(found) ? undefined : `${name} of ${id} is ${found || '(none)'}. ${mend}`,
        };
      }),
    ),
};
