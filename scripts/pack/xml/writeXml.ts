import { escapeAttribute, escapeText } from '../../solution/escapeXml.js';
import { isBlank, isElement, type XmlElement, type XmlNode } from './xmlNode.js';

/** How every file of a pack root is written: UTF-8 without a mark, two spaces a level, a line feed at the end. */
export const writeXml = (root: XmlElement): Uint8Array => new TextEncoder().encode(xmlText(root));

/** The text of a file of XML. */
export const xmlText = (root: XmlElement): string =>
  `<?xml version="1.0" encoding="utf-8"?>\n${written(arranged(root), 0)}\n`;

/**
 * White space between elements is layout, as SolutionPackager takes it; beside text it means something. So does all
 * of it where `xml:space` says so.
 */
function arranged(element: XmlElement): XmlElement {
  if (keepsSpace(element)) return element;
  const content = element.content.some((node) => isText(node) && !isBlank(node))
    ? element.content
    : element.content.filter((node) => !isBlank(node));
  return { ...element, content: content.map((node) => (isElement(node) ? arranged(node) : node)) };
}

const keepsSpace = ({ attributes }: XmlElement): boolean =>
  attributes.some(([name, value]) => name === 'xml:space' && value === 'preserve');

const isText = ({ kind }: XmlNode): boolean => kind === 'text' || kind === 'cdata';

function written(node: XmlNode, level: number): string {
  switch (node.kind) {
    case 'text':
      return escapeText(node.text);
    case 'cdata':
      return `<![CDATA[${node.text}]]>`;
    case 'comment':
      return `<!--${node.text}-->`;
    case 'element':
      return writtenElement(node, level);
  }
}

function writtenElement(element: XmlElement, level: number): string {
  const { name, attributes, content } = element;
  const start = [name, ...attributes.map(([key, value]) => `${key}="${escapeAttribute(value)}"`)].join(' ');
  if (content.length === 0) return `<${start} />`;
  if (content.some(isText) || keepsSpace(element))
    return `<${start}>${content.map((node) => written(node, level)).join('')}</${name}>`;
  const lines = content.map((node) => `${'  '.repeat(level + 1)}${written(node, level + 1)}\n`);
  return `<${start}>\n${lines.join('')}${'  '.repeat(level)}</${name}>`;
}
