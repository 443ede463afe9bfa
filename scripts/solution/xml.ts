import { readFileSync } from 'node:fs';
import { DOMParser, type Element, type Node } from '@xmldom/xmldom';
import { Mistake } from '../command/mistake.js';

/** Language of the labels that names are made of (LCID): English, the base language of the solution. */
const baseLanguage = '1033';

/**
 * The root element of an XML file.
 *
 * @throws Error when there is no such file
 * @throws Mistake naming the file when it is not well-formed
 */
export const readXml = (file: string): Element => parseXml(readFileSync(file, 'utf8'), file);

/**
 * The root element of XML that is at hand, with or without a byte order mark.
 *
 * @param source what to name in the message: the file it came from
 * @throws Mistake when it is not well-formed, with what the parser says first: the rest follows from it
 */
export function parseXml(xml: string, source: string): Element {
  let problem: string | undefined;
  let root: Element | null = null;
  try {
    root = new DOMParser({
      onError: (_level, message) => {
        problem ??= message;
      },
    }).parseFromString(xml.replace(/^\uFEFF/, ''), 'text/xml').documentElement;
  } catch (error) {
    problem ??= error instanceof Error ? error.message : String(error);
  }
  if (problem !== undefined || root === null)
    throw new Mistake(`${source} is not well-formed XML: ${problem ?? 'it is empty'}.`);
  return root;
}

/** Child elements in their order, those with a name when one is given. */
export function children(parent: Element | undefined, name?: string): readonly Element[] {
  const found: Element[] = [];
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (isElement(node) && (name === undefined || node.nodeName === name)) found.push(node);
  }
  return found;
}

/** The element down a path of names, `child(entity, 'EntityInfo', 'entity')`; undefined when one is missing. */
export function child(parent: Element | undefined, ...path: readonly string[]): Element | undefined {
  return path.reduce(firstChild, parent);
}

/** Trimmed text of a child element; empty when there is none. */
export function text(parent: Element | undefined, ...path: readonly string[]): string {
  return (child(parent, ...path)?.textContent ?? '').trim();
}

/** The number in a child element; undefined when there is none. */
export function number(parent: Element | undefined, ...path: readonly string[]): number | undefined {
  const found = text(parent, ...path);
  return found === '' ? undefined : Number(found);
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

/** A GUID without braces, in small letters: two that are the same are written in many ways. */
export const guid = (written: string): string => written.replace(/[{}]/g, '').toLowerCase();

function firstChild(parent: Element | undefined, name: string): Element | undefined {
  for (let node = parent?.firstChild ?? null; node !== null; node = node.nextSibling) {
    if (node.nodeName === name && isElement(node)) return node;
  }
  return undefined;
}

function isElement(node: Node): node is Element {
  return node.nodeType === 1;
}
