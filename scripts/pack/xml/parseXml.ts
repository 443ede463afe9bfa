import type { Element, Node } from '@xmldom/xmldom';
import { parseXml as parseElement } from '../../solution/xml.js';
import type { XmlElement, XmlNode } from './xmlNode.js';

/** Reads UTF-8, with or without a byte order mark. Throws TypeError for other bytes. */
export const decodeText = (bytes: Uint8Array): string =>
  new TextDecoder('utf-8', { fatal: true }).decode(bytes);

/**
 * Reads a file of XML.
 *
 * @throws Error with a sentence when it is no well-formed XML, or holds what gets lost when a packer moves its root
 */
export function parseXml(bytes: Uint8Array): XmlElement {
  const root = parseElement(decodeText(bytes), 'It');
  if (Array.from(root.ownerDocument?.childNodes ?? []).some(({ nodeType }) => nodeType === root.COMMENT_NODE))
    throw new Error('A comment stands outside the root element, where packers lose it.');
  return toElement(root);
}

function toElement(element: Element): XmlElement {
  return {
    kind: 'element',
    name: element.nodeName,
    attributes: Array.from(element.attributes).map(({ name, value }) => [name, value]),
    content: Array.from(element.childNodes).map(toNode),
  };
}

function toNode(node: Node): XmlNode {
  const text = node.nodeValue ?? '';
  switch (node.nodeType) {
    case node.ELEMENT_NODE:
      return toElement(node as Element);
    case node.TEXT_NODE:
      return { kind: 'text', text };
    case node.CDATA_SECTION_NODE:
      return { kind: 'cdata', text };
    case node.COMMENT_NODE:
      return { kind: 'comment', text };
    default:
      throw new Error(`Solutions do not know <?${node.nodeName} …?>.`);
  }
}
