import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { errors } from '../../errors.js';

/** An element of FetchXML: what a reader needs of it and no more. */
export interface FetchElement {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly FetchElement[];
  readonly text: string;
}

/** Parses XML to its root element. Throws 400 when it is not well formed. */
export function parseXml(xml: string): FetchElement {
  const root = rootElement(xml);
  if (root === null) throw errors.invalidArgument('Invalid XML.');
  return toElement(root);
}

function rootElement(xml: string): Element | null {
  const parser = new DOMParser({
    onError: (level, message) => {
      if (level !== 'warning') throw new SyntaxError(message);
    },
  });
  try {
    return parser.parseFromString(xml, 'text/xml').documentElement;
  } catch {
    return null;
  }
}

/** Refuses attributes and children that the reader does not know: one that is silently ignored gives wrong rows. */
export function requireKnown(
  element: FetchElement,
  attributes: ReadonlySet<string>,
  children: ReadonlySet<string> = new Set(),
): void {
  for (const name of element.attributes.keys()) {
    if (!attributes.has(name))
      throw errors.invalidArgument(
        `The attribute '${name}' is not valid on the FetchXML element '${element.name}'.`,
      );
  }
  for (const child of element.children) {
    if (!children.has(child.name)) {
      throw errors.invalidArgument(
        `Invalid Child Node, valid nodes are ${[...children].join(', ')}. NodeName = ${child.name}`,
      );
    }
  }
}

/** An attribute that has to be there. */
export function requiredAttribute(element: FetchElement, name: string): string {
  const value = element.attributes.get(name);
  if (value === undefined)
    throw errors.invalidArgument(`The FetchXML element '${element.name}' has no attribute '${name}'.`);
  return value;
}

/** The attribute `alias`: letters, digits and underscores. Undefined when it is absent. */
export function aliasOf(element: FetchElement): string | undefined {
  const alias = element.attributes.get('alias');
  if (alias !== undefined && !/^(?!__)[a-z_]\w*$/i.test(alias)) {
    throw errors.invalidArgument(
      `The alias '${alias}' of the FetchXML element '${element.name}' is not valid.`,
    );
  }
  return alias;
}

/** A true-or-false attribute; absent is false. */
export function flag(element: FetchElement, name: string): boolean {
  const value = element.attributes.get(name)?.toLowerCase();
  return value === 'true' || value === '1';
}

/** A whole number of at least `minimum`; undefined when the attribute is absent. */
export function wholeNumber(element: FetchElement, name: string, minimum: number): number | undefined {
  const text = element.attributes.get(name);
  if (text === undefined) return undefined;
  const value = Number(text);
  if (!/^\d+$/.test(text) || value < minimum) {
    throw errors.invalidArgument(
      `The attribute '${name}' of the FetchXML element '${element.name}' is not valid: '${text}'.`,
    );
  }
  return value;
}

/** The children of one name. */
export function childrenOf(element: FetchElement, name: string): readonly FetchElement[] {
  return element.children.filter((child) => child.name === name);
}

function toElement(element: Element): FetchElement {
  const attributes = [...element.attributes].map(({ name, value }): [string, string] => [name, value]);
  return {
    name: element.nodeName,
    attributes: new Map(attributes),
    children: [...element.childNodes].filter(isElement).map(toElement),
    text: element.textContent ?? '',
  };
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
