import { existsSync } from 'node:fs';
import { readFolder } from '../pack/readFolder.js';
import { changesBetween, type Changes } from './changes.js';
import { requireSameSolution } from './requireSameSolution.js';
import { unpackSolution } from './unpackSolution.js';
import { writeChanges } from './writeChanges.js';

/**
 * Makes a pack root hold what a zip does. Nothing is written when it is not the same solution.
 *
 * @param folder made when it is not there
 * @returns what has changed
 * @throws Mistake when the zip or the folder is not what it should be
 */
export function unpackInto(folder: string, zip: Uint8Array, options: { readonly anyName: boolean }): Changes {
  const before = existsSync(folder) ? readFolder(folder) : new Map<string, Uint8Array>();
  const after = unpackSolution(zip);
  requireSameSolution(before, after, options);
  const changes = changesBetween(before, after);
  writeChanges(folder, after, changes);
  return changes;
}
