import type { FilesToTake } from '../files.js';
import { PackError } from '../packError.js';
import { parseXml } from './parseXml.js';
import { writeXml } from './writeXml.js';
import { children, isBlank, isElement, type XmlElement } from './xmlNode.js';

/** The declaration every file of a component carries, and customizations.xml once for all. */
const xsi = ['xmlns:xsi', 'http://www.w3.org/2001/XMLSchema-instance'] as const;

/** A component's file as XML stands in it. */
export function takeXml(source: FilesToTake, path: string, rootName: string): XmlElement {
  const bytes = source.take(path);
  if (bytes === undefined)
    throw new PackError(path, 'The file is missing.', 'Bring it back, or remove what asks for it.');
  const root = readable(path, bytes);
  if (root.name !== rootName)
    throw new PackError(path, `Its root element is <${root.name}>.`, `Only <${rootName}> belongs here.`);
  return root;
}

function readable(path: string, bytes: Uint8Array): XmlElement {
  try {
    return parseXml(bytes);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackError(path, `It cannot be read: ${reason}`, 'Correct the XML.');
  }
}

/** A component's element as it stands in customizations.xml: the declaration stays behind. */
export function takeComponent(source: FilesToTake, path: string, rootName: string): XmlElement {
  const root = takeXml(source, path, rootName);
  return { ...root, attributes: root.attributes.filter(([name]) => name !== xsi[0]) };
}

/**
 * The components in a file that is a list of them. The list itself stays behind, so it can carry nothing of its own:
 * neither an attribute nor a comment.
 */
export function takeList(source: FilesToTake, path: string, rootName: string): readonly XmlElement[] {
  const list = takeComponent(source, path, rootName);
  const own = list.content.find((node) => !isElement(node) && !isBlank(node));
  if (own !== undefined || list.attributes.length > 0)
    throw new PackError(
      path,
      `<${rootName}> itself has ${own === undefined ? 'an attribute' : `a ${own.kind}`}, which would be lost.`,
      'Move it into a component, or remove it.',
    );
  return children(list);
}

/** A component's element as a file of its own. */
export const componentFile = (component: XmlElement): Uint8Array =>
  writeXml({
    ...component,
    attributes: [...component.attributes.filter(([name]) => name !== xsi[0]), xsi],
  });
