import { FilesToTake, type Files } from '../pack/files.js';
import { takeXml } from '../pack/xml/componentFile.js';
import { child, children, textOf } from '../pack/xml/xmlNode.js';
import { Mistake } from '../command/mistake.js';
import { skeletonFile } from '../solution/mainFiles.js';

/**
 * Sees to it that no language is lost: an environment exports texts in the languages that it has enabled, and the others would be
 * removed from every file.
 *
 * @param before what the folder holds; nothing when it is new
 * @param after what the zip comes to
 * @throws Mistake that names the languages
 */
export function requireLanguages(before: Files, after: Files): void {
  if (!before.has(skeletonFile)) return;
  const there = languages(after);
  const lost = languages(before).filter((language) => !there.includes(language));
  if (lost.length > 0)
    throw new Mistake(
      `The zip has no texts in ${lost.join(', ')}, which the folder has: the environment that it comes from does not have these languages enabled. Export from one that has, or add --fewer-languages to remove their texts.`,
    );
}

function languages(files: Files): readonly string[] {
  const skeleton = takeXml(new FilesToTake(files), skeletonFile, 'ImportExportXml');
  return children(child(skeleton, 'Languages')).map(textOf);
}
