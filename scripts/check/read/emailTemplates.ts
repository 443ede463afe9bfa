import type { Element } from '@xmldom/xmldom';
import { text } from '../../solution/xml.js';
import { below } from './markup.js';
import type { SourceFiles } from './sourceFiles.js';

/** Where all templates stand, and the folder of their documents. */
export const templatesFile = 'Templates/EmailTemplates.xml';
export const documentsFolder = 'Templates/EmailDocuments/';

/** A document of a template: its file, and the element of EmailTemplates.xml that it is packed into. */
export const documents: Readonly<Record<string, string>> = {
  'subject.xsl': 'subject',
  'subjectpresentationxml.xml': 'subjectpresentationxml',
  'body.xsl': 'body',
  'presentationxml.xml': 'presentationxml',
};

/** A template in one language. */
export interface EmailTemplate {
  readonly id: string;
  readonly language: string;
  readonly title: string;
  readonly element: Element;
}

/** All templates. */
export const emailTemplates = (files: SourceFiles): readonly EmailTemplate[] =>
  below(files.get(templatesFile)?.root, 'emailtemplate').map((element) => ({
    id: text(element, 'templateid'),
    language: text(element, 'languagecode'),
    title: text(element, 'title'),
    element,
  }));
