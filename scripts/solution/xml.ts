import { readFileSync } from 'node:fs';
import { DOMParser, type Element } from '@xmldom/xmldom';
import { Mistake } from '../command/mistake.js';

/** Language of the labels that names are made of (LCID): English, the base language of the solution. */
const baseLanguage = '1033';

/**
 * The root element of an XML file.
 * @throws Mistake naming the file when it is missing or not well-formed
 */
export function readXml(file: string): Element {
  const parser = new DOMParser({
    onError: (_level, message) => {
      throw new Mistake(`${file} is not well-formed: ${message}`);
    },
  });
  const root = parser.parseFromString(
    readFileSync(file, 'utf8').replace(/^\uFEFF/, ''),
    'text/xml',
  ).documentElement;
  if (root === null) throw new Mistake(`${file} is empty.`);
  return root;
}

/** Child elements with a name, in their order. */
export function children(parent: Element | undefined, name: string): readonly Element[] {
  return Array.from(parent?.childNodes ?? []).filter((node): node is Element => node.nodeName === name);
}

/** The element down a path of names, `child(entity, 'EntityInfo', 'entity')`; undefined when one is missing. */
export function child(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce((element, name) => children(element, name)[0], parent);
}

/** Trimmed text of a child element; empty when there is none. */
export function text(parent: Element | undefined, ...path: readonly string[]): string {
  return (child(parent, ...path)?.textContent ?? '').trim();
}

/** True when a child element holds 1 or True, the two ways an export writes yes. */
export function isOn(parent: Element, name: string): boolean {
  return ['1', 'True'].includes(text(parent, name));
}

/** The English text of a list of labels: `<displaynames><displayname description="Name" languagecode="1033" /></displaynames>`. */
export function label(parent: Element | undefined, list: string, item: string): string {
  const labels = children(child(parent, list), item);
  const found = labels.find((element) => element.getAttribute('languagecode') === baseLanguage);
  return found?.getAttribute('description') ?? '';
}
