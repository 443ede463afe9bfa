/** XML as plain data: what a packer moves from file to file. Immutable, and in the order in which it was written. */
export type XmlNode = XmlElement | XmlText;

/** An element with its attributes and what it holds. */
export interface XmlElement {
  readonly kind: 'element';
  readonly name: string;
  readonly attributes: readonly (readonly [name: string, value: string])[];
  readonly content: readonly XmlNode[];
}

/** Text, or what is written much like it. */
export interface XmlText {
  readonly kind: 'text' | 'cdata' | 'comment';
  readonly text: string;
}

/** Says whether a node is an element. */
export const isElement = (node: XmlNode): node is XmlElement => node.kind === 'element';

/** Says whether a node is white space, which between elements is layout. */
export const isBlank = (node: XmlNode): boolean => node.kind === 'text' && node.text.trim() === '';

/** An element with this content and no attributes but those given. */
export const element = (
  name: string,
  content: readonly XmlNode[],
  attributes: XmlElement['attributes'] = [],
): XmlElement => ({ kind: 'element', name, attributes, content });

/** Child elements, of one name when one is given. */
export const children = (parent: XmlElement | undefined, name?: string): readonly XmlElement[] =>
  (parent?.content ?? []).filter(isElement).filter((child) => name === undefined || child.name === name);

/** The first child of a name. */
export const child = (parent: XmlElement | undefined, name: string): XmlElement | undefined =>
  children(parent, name)[0];

/** An attribute's value; empty when there is none. */
export const attribute = ({ attributes }: XmlElement, name: string): string =>
  attributes.find(([own]) => own === name)?.[1] ?? '';

/** The text in an element and all below it. */
export const textOf = (parent: XmlElement | undefined): string =>
  (parent?.content ?? [])
    .map((node) => (isElement(node) ? textOf(node) : node.kind === 'comment' ? '' : node.text))
    .join('');

/** The text of a child, without white space around it; empty when there is none. */
export const childText = (parent: XmlElement | undefined, name: string): string =>
  textOf(child(parent, name)).trim();

/** An element and all elements below it. */
export const everyElement = (root: XmlElement): readonly XmlElement[] => [
  root,
  ...children(root).flatMap(everyElement),
];
