import { PackError } from '../packError.js';

/**
 * Sees to it that a component lies where unpacking would put it. SolutionPackager does not mind, but then a file that
 * was renamed by hand comes back under its old name, and a copy under a new name is a duplicate.
 */
export function requirePlace(file: string, place: string): void {
  if (file.endsWith('_managed.xml'))
    throw new PackError(file, 'Both kinds are packed from one source.', `Remove it: ${place} serves both.`);
  if (file !== place)
    throw new PackError(file, `It holds the component of ${place}.`, 'Rename the file, or correct its XML.');
}

/** A name as part of a path: characters that file systems refuse become underscores. */
export const fileName = (name: string): string => name.replace(/[\\/:*?"<>|]/g, '_');

/** An id as root components write it. */
export const idKey = (id: string): string => `{${id.replace(/[{}]/g, '').toLowerCase()}}`;
