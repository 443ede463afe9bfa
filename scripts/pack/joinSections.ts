import type { Files, FilesToTake } from './files.js';
import { PackError } from './packError.js';
import { sections } from './sections/sections.js';
import type { Joined } from './sections/section.js';
import { takeXml } from './xml/componentFile.js';
import { children, isBlank, type XmlElement } from './xml/xmlNode.js';
import { skeletonFile } from '../solution/mainFiles.js';

/** customizations.xml, put together. */
export interface Customizations {
  readonly root: XmlElement;
  /** Section → how many components it holds, in the order of the zip. */
  readonly counts: ReadonlyMap<string, number>;
  /** The components in it that have files of their own. */
  readonly components: Joined['components'];
  /** Files of components that travel beside it. */
  readonly payload: Files;
}

/** Puts the components of a pack root in place of the placeholders of its skeleton. Throws PackError. */
export function joinSections(source: FilesToTake): Customizations {
  const skeleton = takeXml(source, skeletonFile, 'ImportExportXml');
  const names = children(skeleton).map(({ name }) => name);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new PackError(skeletonFile, `<${twice}> stands there twice.`, 'Keep one of them.');
  const joined = new Map(
    children(skeleton).flatMap((placeholder) => {
      const section = sections.find(({ name }) => name === placeholder.name);
      if (section === undefined) return [];
      requireEmpty(placeholder);
      return [[placeholder, section.join(source)] as const];
    }),
  );
  return {
    root: {
      ...skeleton,
      content: skeleton.content.map((node) => {
        const filled = node.kind === 'element' ? joined.get(node) : undefined;
        return node.kind === 'element' && filled !== undefined ? { ...node, content: filled.content } : node;
      }),
    },
    counts: new Map(
      children(skeleton).map((section) => [section.name, countOf(section, joined.get(section))]),
    ),
    components: [...joined.values()].flatMap(({ components }) => components),
    payload: new Map([...joined.values()].flatMap(({ payload }) => [...payload])),
  };
}

function requireEmpty(placeholder: XmlElement): void {
  if (!placeholder.content.every(isBlank))
    throw new PackError(
      skeletonFile,
      `<${placeholder.name}> is not empty.`,
      'Leave it empty: its components belong in files of their own.',
    );
}

/** Some components stand in a list of their own, such as email templates; some are no root components. */
const countOf = (section: XmlElement, joined: Joined | undefined): number =>
  joined === undefined ? children(section).length : joined.components.length || joined.content.length;
