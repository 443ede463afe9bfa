/**
 * XML as plain data: what FetchXML, layouts and string tables are read into, changed as and written from. Namespaces are
 * not looked at: none of these formats uses them.
 */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Elements and texts in their order; comments and processing instructions are left out. */
  readonly children: readonly (XmlElement | string)[];
}

/** An element; attributes that are undefined are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | undefined>> = {},
  children: readonly (XmlElement | string)[] = [],
): XmlElement {
  const given = Object.entries(attributes).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  );
  return { name, attributes: Object.fromEntries(given), children };
}

/** The child elements, of one name when it is given. */
export function elements(parent: XmlElement, name?: string): readonly XmlElement[] {
  return parent.children.filter(
    (child): child is XmlElement => typeof child !== 'string' && (name === undefined || child.name === name),
  );
}

/** All text within an element. */
export function textOf(parent: XmlElement): string {
  return parent.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('');
}

/** The element with other attributes: undefined takes one away. */
export function withAttributes(
  original: XmlElement,
  changes: Readonly<Record<string, string | undefined>>,
): XmlElement {
  return element(original.name, { ...original.attributes, ...changes }, original.children);
}

/** The element with further children at its end. */
export function withChildren(original: XmlElement, ...children: readonly XmlElement[]): XmlElement {
  return { ...original, children: [...original.children, ...children] };
}

/** The XML text of an element. */
export function serializeXml(node: XmlElement | string): string {
  if (typeof node === 'string') return escapeXml(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const start = `<${node.name}${attributes.join('')}`;
  return node.children.length === 0
    ? `${start}/>`
    : `${start}>${node.children.map(serializeXml).join('')}</${node.name}>`;
}

/** A text as it may stand in an element or, between double quotes, in an attribute. */
export function escapeXml(text: string): string {
  return text.replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
