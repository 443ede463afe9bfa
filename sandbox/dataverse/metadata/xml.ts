import { readFileSync } from 'node:fs';
import { DOMParser } from '@xmldom/xmldom';
import type { Element, Node } from '@xmldom/xmldom';
import type { Labels } from './model.js';

/** An XML file's root element. Throws Error naming the file when it is missing, or is no well-formed XML. */
export function readXml(file: string): Element {
  return parseXml(readFileSync(file, 'utf8'), file);
}

/**
 * The root element of XML that is at hand, such as a view's layout. Throws Error when it is not well-formed.
 *
 * @param source what to name in the error: the file it came from
 */
export function parseXml(xml: string, source: string): Element {
  const text = xml.replace(/^\uFEFF/, '');
  let problem: string | undefined;
  const parser = new DOMParser({
    onError: (_level, message) => {
      problem ??= message;
    },
  });
  let root: Element | null = null;
  try {
    root = parser.parseFromString(text, 'text/xml').documentElement;
  } catch (error) {
    problem ??= error instanceof Error ? error.message : String(error);
  }
  if (problem !== undefined || root === null)
    throw new Error(`${source} is not well-formed XML: ${problem ?? 'it is empty'}.`);
  return root;
}

/** An element's child elements, those of one name when a name is given. */
export function childrenOf(parent: Element | undefined, name?: string): Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || node.nodeName === name)) found.push(node);
  }
  return found;
}

/** The first child element of a name. */
export function childOf(parent: Element | undefined, name: string): Element | undefined {
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.nodeName === name && isElement(node)) return node;
  }
  return undefined;
}

/** The text of the first child element of a name, without white space around it; undefined when there is none. */
export function textOf(parent: Element | undefined, name: string): string | undefined {
  const text = childOf(parent, name)?.textContent?.trim();
  return text === '' ? undefined : text;
}

/** The number in a child element; undefined when there is none. */
export function numberOf(parent: Element | undefined, name: string): number | undefined {
  const text = textOf(parent, name);
  return text === undefined ? undefined : Number(text);
}

/** A yes-or-no child element (`1`, `0`, `True`, `False`); the default stands when it is left out. */
export function flagOf(parent: Element | undefined, name: string, byDefault: boolean): boolean {
  const text = textOf(parent, name)?.toLowerCase();
  return text === undefined ? byDefault : text === '1' || text === 'true';
}

/** An attribute's value; undefined when it is missing or empty. */
export function attributeOf(element: Element, name: string): string | undefined {
  const value = element.getAttribute(name);
  return value === null || value === '' ? undefined : value;
}

/** The texts by language of a list element: `<displaynames><displayname description="…" languagecode="1033" />`. */
export function labelsOf(parent: Element | undefined, name: string): Labels {
  const labels: Record<number, string> = {};
  for (const label of childrenOf(childOf(parent, name))) {
    const language = attributeOf(label, 'languagecode');
    if (language !== undefined) labels[Number(language)] = label.getAttribute('description') ?? '';
  }
  return labels;
}

/** A GUID without braces, in lower case. */
export function guid(text: string): string {
  return text.replace(/[{}]/g, '').toLowerCase();
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
