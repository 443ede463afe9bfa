import { existsSync } from 'node:fs';
import { readFolder } from '../pack/readFolder.js';
import { changesBetween, type Changes } from './changes.js';
import { requireLanguages } from './requireLanguages.js';
import { requireSameSolution } from './requireSameSolution.js';
import { unpackSolution } from './unpackSolution.js';
import { writeChanges } from './writeChanges.js';

/** What is welcome though it replaces more than a maker's changes do. */
export interface UnpackOptions {
  /** A solution of another unique name. */
  readonly anyName: boolean;
  /** A zip that lacks languages of the folder; with `anyName` it is welcome anyway. */
  readonly fewerLanguages: boolean;
}

/**
 * Makes a pack root hold what a zip does. Nothing is written when it is not the same solution.
 *
 * @param folder made when it is not there
 * @returns what has changed
 * @throws Mistake when the zip or the folder is not what it should be
 */
export function unpackInto(folder: string, zip: Uint8Array, options: UnpackOptions): Changes {
  const before = existsSync(folder) ? readFolder(folder) : new Map<string, Uint8Array>();
  const after = unpackSolution(zip);
  requireSameSolution(before, after, options);
  if (!options.fewerLanguages && !options.anyName) requireLanguages(before, after);
  const changes = changesBetween(before, after);
  writeChanges(folder, after, changes);
  return changes;
}
