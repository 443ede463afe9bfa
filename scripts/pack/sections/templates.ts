import { PackError } from '../packError.js';
import type { FileEntry, FilesToTake } from '../files.js';
import { componentFile, takeList } from '../xml/componentFile.js';
import { decodeText } from '../xml/parseXml.js';
import { children, childText, element, textOf, type XmlElement } from '../xml/xmlNode.js';
import { componentTypes } from './componentTypes.js';
import { idKey } from './place.js';
import type { Section } from './section.js';

const file = 'Templates/EmailTemplates.xml';
const list = 'EmailTemplates';

/** A template's element → the file its text lies in. */
const documents = new Map([
  ['subject', 'subject.xsl'],
  ['subjectpresentationxml', 'subjectpresentationxml.xml'],
  ['body', 'body.xsl'],
  ['presentationxml', 'presentationxml.xml'],
]);

/** The email templates: one file of metadata, and four documents for each, which travel as escaped text. */
export const templates: Section = {
  name: 'Templates',
  files: /^Templates\//,
  join: (source) => {
    if (source.paths(/^Templates\//).length === 0) return { content: [], components: [], payload: new Map() };
    const content = takeList(source, file, list).map((template) => withDocuments(template, source));
    return {
      content: [element(list, content)],
      components: content.map((one) => ({
        file,
        type: componentTypes.emailTemplate,
        key: idKey(childText(one, 'templateid')),
      })),
      payload: new Map(),
    };
  },
  split: (section) => {
    const [first, ...others] = children(section);
    if (first === undefined) return [];
    if (first.name !== list || others.length > 0)
      throw new PackError(
        'customizations.xml',
        `There are templates of another kind: ${others.map(({ name }) => name).join(', ') || first.name}.`,
        'Only email templates are known; take the others out of the solution.',
      );
    return [
      [file, componentFile(element(list, children(first).map(withoutDocuments)))],
      ...children(first).flatMap(documentsOf),
    ];
  },
};

function withDocuments(template: XmlElement, source: FilesToTake): XmlElement {
  const folder = folderOf(template);
  return mapDocuments(template, (document, name) => {
    const path = `${folder}/${name}`;
    const bytes = source.take(path);
    if (bytes === undefined)
      throw new PackError(
        path,
        'The document of an email template is missing.',
        `Bring it back, or remove <${document.name}> from ${file}.`,
      );
    if (document.content.length > 0)
      throw new PackError(file, `<${document.name}> holds text.`, `Move it to ${path}.`);
    const text = readable(path, bytes);
    return { ...document, content: text === '' ? [] : [{ kind: 'text', text }] };
  });
}

function readable(path: string, bytes: Uint8Array): string {
  try {
    return decodeText(bytes);
  } catch {
    throw new PackError(path, 'It is not UTF-8.', 'Save it as UTF-8.');
  }
}

const withoutDocuments = (template: XmlElement): XmlElement =>
  mapDocuments(template, (document) => ({ ...document, content: [] }));

const documentsOf = (template: XmlElement): readonly FileEntry[] =>
  children(template).flatMap((document) => {
    const name = documents.get(document.name);
    return name === undefined
      ? []
      : [[`${folderOf(template)}/${name}`, new TextEncoder().encode(textOf(document))]];
  });

function mapDocuments(
  template: XmlElement,
  change: (document: XmlElement, name: string) => XmlElement,
): XmlElement {
  return {
    ...template,
    content: template.content.map((node) => {
      const name = node.kind === 'element' ? documents.get(node.name) : undefined;
      return node.kind === 'element' && name !== undefined ? change(node, name) : node;
    }),
  };
}

const folderOf = (template: XmlElement): string =>
  `Templates/EmailDocuments/${childText(template, 'languagecode')}/${childText(template, 'templateid')}`;
