import { unzipSync } from 'fflate';
import type { Files } from '../files.js';
import { PackError } from '../packError.js';

/**
 * The entries of a zip: name → content.
 *
 * @throws PackError when it is no zip, or when an entry would be written outside the folder it is unpacked to
 */
export function readZip(zip: Uint8Array): Files {
  const names: string[] = [];
  const entries = unzipped(zip, names);
  const twice = names.find((name, at) => names.indexOf(name) !== at);
  if (twice !== undefined)
    throw new PackError(twice, 'The zip holds this entry twice.', 'Export the solution again.');
  names.forEach(requireWithin);
  return new Map(names.filter((name) => !name.endsWith('/')).map((name) => [name, contentOf(entries, name)]));
}

function unzipped(zip: Uint8Array, names: string[]): Readonly<Record<string, Uint8Array>> {
  try {
    return unzipSync(zip, {
      filter: ({ name }) => {
        names.push(name);
        return true;
      },
    });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PackError('The file', `It is no zip: ${reason}.`, 'Give the zip of an exported solution.');
  }
}

function contentOf(entries: Readonly<Record<string, Uint8Array>>, name: string): Uint8Array {
  const content = Object.hasOwn(entries, name) ? entries[name] : undefined;
  if (content === undefined)
    throw new PackError(name, 'The entry cannot be read.', 'Export the solution again.');
  return content;
}

/** Throws PackError for a path that leads out of the folder it is relative to, on whatever system. */
export function requireWithin(path: string): void {
  const parts = path.replace(/\/$/, '').split('/');
  if (parts.some((part) => part === '' || part === '.' || part === '..' || /[\\:\0]/.test(part)))
    throw new PackError(path, 'This is no path within a folder.', 'Do not trust this zip.');
}
