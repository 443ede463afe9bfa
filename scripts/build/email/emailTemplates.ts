import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Files } from '../files.js';
import { documents } from './documents.js';
import { emailTemplatesXml } from './emailTemplatesXml.js';
import { fill } from './fill.js';
import { readMails } from './mail.js';

/** By this title, and the language, the service finds a template. */
const title = 'Invitation';

/**
 * What solution/src/Templates holds, made from solution/templates: one record for each language.
 *
 * @param folder solution/templates
 * @throws Error when a text or a slot is missing
 */
export function emailTemplates(folder: string): Files {
  const layout = readFileSync(join(folder, 'invitation.html'), 'utf8');
  const mails = readMails(readFileSync(join(folder, 'invitation.yaml'), 'utf8'));
  const files = mails.flatMap((mail) =>
    [...documents(mail.subject, fill(layout, mail))].map(
      ([name, content]) => [`EmailDocuments/${mail.languageCode}/{${mail.id}}/${name}`, content] as const,
    ),
  );
  return new Map([['EmailTemplates.xml', emailTemplatesXml(title, mails)], ...files]);
}
