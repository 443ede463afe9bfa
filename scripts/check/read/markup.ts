import type { Element } from '@xmldom/xmldom';
import { children } from '../../solution/xml.js';

/** All elements of some names below an element, in document order for each name. */
export function below(element: Element | undefined, ...names: readonly string[]): readonly Element[] {
  return names.flatMap((name) => Array.from(element?.getElementsByTagName(name) ?? []));
}

/**
 * An element's children, their children and so on. The parser's own list of all is slow on the large files of tables.
 */
export function everythingBelow(element: Element | undefined): readonly Element[] {
  const found: Element[] = [];
  const walk = (parent: Element | undefined): void => {
    for (const child of children(parent)) {
      found.push(child);
      walk(child);
    }
  };
  walk(element);
  return found;
}

/** An attribute's value; empty when it has none. */
export const value = (element: Element, attribute: string): string => element.getAttribute(attribute) ?? '';

/** An element's text without white space around it. */
export const textIn = (element: Element): string => (element.textContent ?? '').trim();
