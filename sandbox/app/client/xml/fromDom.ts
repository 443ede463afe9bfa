import type { XmlElement } from './xmlElement.js';

/** The little of a DOM node that is read: the browser's has it, and so has that of any XML parser with a DOM. */
export interface DomNode {
  readonly nodeType: number;
  readonly nodeName: string;
  readonly nodeValue: string | null;
  readonly childNodes: ArrayLike<DomNode>;
  readonly attributes?: ArrayLike<{ readonly name: string; readonly value: string }>;
}

const elementNode = 1;
const textNode = 3;
const cdataNode = 4;

/** An element of a parsed document as data. */
export function fromDom(node: DomNode): XmlElement {
  return {
    name: node.nodeName,
    attributes: Object.fromEntries(Array.from(node.attributes ?? [], ({ name, value }) => [name, value])),
    children: Array.from(node.childNodes).flatMap((child): (XmlElement | string)[] => {
      if (child.nodeType === elementNode) return [fromDom(child)];
      return child.nodeType === textNode || child.nodeType === cdataNode ? [child.nodeValue ?? ''] : [];
    }),
  };
}
