import { FilesToTake, type Files } from '../pack/files.js';
import { manifestOf } from '../pack/manifest.js';
import { takeXml } from '../pack/xml/componentFile.js';
import { Mistake } from '../command/mistake.js';
import { manifestFile } from '../solution/mainFiles.js';

/**
 * Sees to it that a zip replaces the solution it came from: files that it does not hold are going to be removed.
 *
 * @param before what the folder holds; nothing when it is new
 * @param after what the zip comes to
 * @param options.anyName whether a solution of another name is welcome
 * @throws Mistake with a sentence that says what to do
 */
export function requireSameSolution(
  before: Files,
  after: Files,
  options: { readonly anyName: boolean },
): void {
  if (before.size === 0) return;
  if (!before.has(manifestFile))
    throw new Mistake(
      'The folder holds other files than a solution. Give an empty one, or that of a solution.',
    );
  const [old, now] = [uniqueName(before), uniqueName(after)];
  if (old !== now && !options.anyName)
    throw new Mistake(
      `The zip holds the solution ${now}, and the folder ${old}. Export ${old}, or add --any-name to replace it.`,
    );
}

const uniqueName = (files: Files): string =>
  manifestOf(takeXml(new FilesToTake(files), manifestFile, 'ImportExportXml')).uniqueName;
