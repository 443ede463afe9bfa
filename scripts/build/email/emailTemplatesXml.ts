import { escapeText } from '../../solution/escapeXml.js';
import type { Mail } from './mail.js';

/** Contact and account have type codes of their own; 8 makes a template global (solution format: templatetypecode). */
const globalTemplate = 8;

/** Templates/EmailTemplates.xml: everything of the templates but their documents, which the packer puts in. */
export const emailTemplatesXml = (title: string, mails: readonly Mail[]): string =>
  `<?xml version="1.0" encoding="utf-8"?>
<EmailTemplates xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
${mails.map((mail) => emailTemplate(title, mail)).join('\n')}
</EmailTemplates>
`;

const emailTemplate = (title: string, { id, description, languageCode }: Mail): string =>
  `  <emailtemplate>
    <templateid>{${id}}</templateid>
    <subject />
    <subjectpresentationxml />
    <mimetype>text/html</mimetype>
    <templatetypecode>${globalTemplate}</templatetypecode>
    <body />
    <title>${escapeText(title)}</title>
    <description>${escapeText(description)}</description>
    <presentationxml />
    <languagecode>${languageCode}</languagecode>
    <generationtypecode>0</generationtypecode>
    <IsCustomizable>1</IsCustomizable>
    <IntroducedVersion>0.1.0.0</IntroducedVersion>
  </emailtemplate>`;
