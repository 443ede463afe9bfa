import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { solution } from '../../solution/schema.js';
import { zipName, type SolutionIdentity } from '../solution/identity.js';
import { Mistake } from '../command/mistake.js';
import type { DeployOptions } from './deployOptions.js';
import { readSolutionZip } from './readSolutionZip.js';

/** A zip on the disk, and what it says it is. */
export interface OfferedZip {
  readonly file: string;
  readonly identity: SolutionIdentity;
}

/**
 * The zip to deploy: the one that was named, else the source packed anew, because one that lies in dist/ may be older than the source.
 * @param pack packs the source into a folder; false when it failed and has said why
 * @throws Mistake when it is no zip of this solution, or of the other kind
 */
export async function offeredZip(
  { zipFile, kind }: Pick<DeployOptions, 'zipFile' | 'kind'>,
  output: string,
  pack: () => boolean,
): Promise<OfferedZip> {
  if (zipFile === undefined && !pack())
    throw new Mistake('The solution could not be packed: mend what is said above, and deploy again.');
  const file = zipFile ?? path.join(output, zipName({ ...solution, kind: kind ?? 'managed' }));
  const identity = readSolutionZip(await bytesOf(file), file);
  if (identity.uniqueName !== solution.uniqueName)
    throw new Mistake(`${file} is the solution ${identity.uniqueName}, not ${solution.uniqueName}.`);
  if (kind !== undefined && identity.kind !== kind)
    throw new Mistake(`${file} is ${identity.kind}: leave out --${kind}, or name the ${kind} zip.`);
  return { file, identity };
}

async function bytesOf(file: string): Promise<Uint8Array> {
  try {
    return await readFile(file);
  } catch (error) {
    throw new Mistake(`${file} cannot be read. Pack it with npm run pack, or leave out --zip.`, {
      cause: error,
    });
  }
}
