import type { Customizations } from './joinSections.js';
import type { Manifest } from './manifest.js';
import { PackError } from './packError.js';
import { componentTypes } from './sections/componentTypes.js';
import type { ComponentKey } from './sections/section.js';
import { sections } from './sections/sections.js';
import { children, everyElement, textOf, type XmlElement } from './xml/xmlNode.js';
import { manifestFile, skeletonFile } from '../solution/mainFiles.js';

/** Types of what the sections hold. Components of others stand in the skeleton, or in folders of their own. */
const knownTypes: ReadonlySet<number> = new Set(Object.values(componentTypes));

/**
 * Compares the root components of Solution.xml with the components that are there. SolutionPackager warns of one
 * without the other or stops, depending on the kind; an import refuses both.
 *
 * @throws PackError
 */
export function requireDeclared({ rootComponents }: Manifest, { components, root }: Customizations): void {
  const declared = rootComponents.map(word);
  const twice = declared.find((one, at) => declared.indexOf(one) !== at);
  if (twice !== undefined)
    throw new PackError(manifestFile, `The root component ${twice} is there twice.`, 'Keep one of them.');
  const undeclared = components.find((component) => !declared.includes(word(component)));
  if (undeclared !== undefined)
    throw new PackError(
      manifestFile,
      `The component of ${undeclared.file} is not declared.`,
      `Add the root component ${word(undeclared)}.`,
    );
  const present = new Set(components.map(word));
  const inline = wordsInSkeleton(root);
  const empty = rootComponents.find(
    (one) => knownTypes.has(one.type) && !present.has(word(one)) && !inline.has(one.key.toLowerCase()),
  );
  if (empty !== undefined)
    throw new PackError(
      manifestFile,
      `The root component ${word(empty)} is nowhere in the source.`,
      `Remove it, or bring its component back; components without files stand in ${skeletonFile}.`,
    );
}

const word = ({ type, key }: ComponentKey): string => `type="${type}" ${key}`;

/** Every word of the sections that have no files: a component that stands there is there, too. */
function wordsInSkeleton(root: XmlElement): ReadonlySet<string> {
  const names = new Set(sections.map(({ name }) => name));
  return new Set(
    children(root)
      .filter(({ name }) => !names.has(name))
      .flatMap(everyElement)
      .flatMap((element) => [textOf(element), ...element.attributes.map(([, value]) => value)])
      .map((text) => text.trim().toLowerCase()),
  );
}
