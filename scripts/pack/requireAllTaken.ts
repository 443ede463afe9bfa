import type { FilesToTake } from './files.js';
import { PackError } from './packError.js';
import { entityParts } from './sections/entityParts.js';
import { sections } from './sections/sections.js';
import { children, type XmlElement } from './xml/xmlNode.js';
import { skeletonFile } from '../solution/mainFiles.js';

/**
 * Sees to it that every file of the source went somewhere. What is left over is what SolutionPackager would leave out
 * or copy beside customizations.xml, where no import reads it.
 *
 * @throws PackError about the first file that is left
 */
export function requireAllTaken(source: FilesToTake, customizations: XmlElement): void {
  const [file] = source.left;
  if (file === undefined) return;
  const section = sections.find(({ files }) => files.test(file));
  const placeholders = children(customizations).map(({ name }) => name);
  if (section !== undefined && !placeholders.includes(section.name))
    throw missingPlaceholder(skeletonFile, section.name, file);
  if (file.startsWith('Entities/')) throw leftOfTable(file, source);
  if (section?.name === 'WebResources')
    throw new PackError(file, 'It has no description.', `Add ${file}.data.xml, or remove the file.`);
  throw new PackError(
    file,
    'It is no part of the solution: no component has a file of this name.',
    'Rename it, or move it out of the folder; a pack root holds nothing else.',
  );
}

function leftOfTable(file: string, source: FilesToTake): PackError {
  const [, table = '', ...rest] = file.split('/');
  const entity = `Entities/${table}/Entity.xml`;
  if (source.take(entity) === undefined)
    return new PackError(file, `There is no ${entity}.`, 'Bring it back, or remove the folder.');
  const part = entityParts.find(({ files }) => files.test(rest.join('/')));
  return part === undefined
    ? new PackError(file, 'A table has no file of this name.', 'Rename it, or move it out of the folder.')
    : missingPlaceholder(entity, part.name, file);
}

const missingPlaceholder = (file: string, name: string, lost: string): PackError =>
  new PackError(file, `<${name} /> is missing, so ${lost} would be lost.`, `Add <${name} />.`);
