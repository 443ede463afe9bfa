import type { Element } from '@xmldom/xmldom';
import { attributeOf, childrenOf, parseXml } from '../../dataverse/metadata/xml.js';

const parsed = new WeakMap<object, Map<string, Element>>();

/**
 * The root element of XML that a solution's component holds, parsed once: components never change while the process
 * runs, and a definition is made anew for each user and language.
 *
 * @param owner the component, such as a view
 * @param source what to name when the XML is not well-formed
 */
export function markupOf(owner: object, xml: string, source: string): Element {
  const known = parsed.get(owner) ?? new Map<string, Element>();
  const root = known.get(xml) ?? parseXml(xml, source);
  known.set(xml, root);
  parsed.set(owner, known);
  return root;
}

/** The elements at the end of a path of child names: `at(form, 'tabs', 'tab')` gives every tab of every `tabs`. */
export function at(root: Element | undefined, ...path: readonly string[]): Element[] {
  return path.reduce<Element[]>(
    (found, name) => found.flatMap((element) => childrenOf(element, name)),
    root === undefined ? [] : [root],
  );
}

/** An attribute that says yes or no (`true`, `1`, `false`, `0`); the default stands when it is left out. */
export function flagAttribute(element: Element, name: string, byDefault: boolean): boolean {
  const value = attributeOf(element, name)?.toLowerCase();
  return value === undefined ? byDefault : value === 'true' || value === '1';
}

/** A whole number in an attribute; undefined when it is left out or is none. */
export function numberAttribute(element: Element, name: string): number | undefined {
  const value = attributeOf(element, name);
  return value !== undefined && /^-?\d+$/.test(value) ? Number(value) : undefined;
}

/** The name in `$webresource:new_/icons/one.svg` or `/WebResources/new_/icons/one.svg`; undefined for anything else. */
export function webResourceName(reference: string | undefined): string | undefined {
  return /^(?:\$webresource:|\/WebResources\/)(.+)$/i.exec(reference ?? '')?.[1];
}
