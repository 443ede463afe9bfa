import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import type { EmailTemplateDefinition } from '../solution.js';
import { childrenOf, guid, numberOf, readXml, textOf } from '../xml.js';
import { subfolders } from './files.js';

/**
 * The email templates of a solution: their data in `Templates/EmailTemplates.xml`, their texts in
 * `Templates/EmailDocuments/<LCID>/{id}/`. Throws Error naming the file that is missing.
 */
export function readEmailTemplates(folder: string): EmailTemplateDefinition[] {
  const file = join(folder, 'Templates', 'EmailTemplates.xml');
  if (!existsSync(file)) return [];
  return childrenOf(readXml(file), 'emailtemplate').map((template) => readTemplate(template, folder, file));
}

function readTemplate(template: Element, folder: string, file: string): EmailTemplateDefinition {
  const id = textOf(template, 'templateid');
  const languageCode = numberOf(template, 'languagecode');
  const typeCode = numberOf(template, 'templatetypecode');
  if (id === undefined || languageCode === undefined || typeCode === undefined) {
    throw new Error(`${file}: a template has no templateid, languagecode or templatetypecode.`);
  }
  const documents = documentsFolder(folder, languageCode, guid(id), file);
  return {
    id: guid(id),
    title: textOf(template, 'title') ?? '',
    description: textOf(template, 'description') ?? '',
    typeCode,
    languageCode,
    subject: document(documents, 'subject.xsl'),
    body: document(documents, 'body.xsl'),
    subjectPresentationXml: document(documents, 'subjectpresentationxml.xml'),
    presentationXml: document(documents, 'presentationxml.xml'),
  };
}

/** The folder is named after the template's id; exports differ in braces and case. */
function documentsFolder(folder: string, language: number, id: string, file: string): string {
  const parent = join(folder, 'Templates', 'EmailDocuments', String(language));
  const found = subfolders(parent).find((path) => guid(path).endsWith(id));
  if (found === undefined) throw new Error(`${file}: template ${id} has no folder in ${parent}.`);
  return found;
}

function document(folder: string, name: string): string {
  const file = join(folder, name);
  if (!existsSync(file)) throw new Error(`${file} is missing.`);
  return readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
}
