import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Mistake } from '../command/mistake.js';
import type { Pac, PackRequest } from '../pac/pac.js';
import { compareZips } from './compare/compareZips.js';
import { packSolution, type Packed } from './packSolution.js';
import { readFolder } from './readFolder.js';
import { readZip } from './zip/readZip.js';

/** A zip on the disk. */
export interface PackedZip {
  readonly path: string;
  /** In bytes. */
  readonly size: number;
  readonly entries: number;
  readonly sections: Packed['sections'];
  /** What tells it from the zip of our own packer; undefined when nobody asked. */
  readonly differences?: readonly string[];
}

export interface PackBothOptions {
  /** The pack root. */
  readonly folder: string;
  /** Where the zips go; made when it is not there. */
  readonly output: string;
  /** Packs in place of our own packer. */
  readonly pac?: Pac | undefined;
  /** Whether to compare pac's zips with our own packer's. */
  readonly compare?: boolean;
}

/**
 * Packs a pack root into the unmanaged and the managed zip. Our own packer goes first whoever packs: it stops where pac
 * would lose something in silence.
 *
 * @throws PackError, PacError when pac fails, and Mistake when it ends well without a zip
 */
export async function packBoth(options: PackBothOptions): Promise<readonly PackedZip[]> {
  const { folder, output, pac, compare = false } = options;
  const source = readFolder(folder);
  const kinds = (['unmanaged', 'managed'] as const).map((kind) => ({
    kind,
    own: packSolution(source, kind),
  }));
  mkdirSync(output, { recursive: true });
  const zips: PackedZip[] = [];
  for (const { kind, own } of kinds) {
    const path = join(output, own.fileName);
    rmSync(path, { force: true });
    if (pac === undefined) writeFileSync(path, own.zip);
    else await packWith(pac, { folder, zipFile: path, kind });
    const zip = readFileSync(path);
    zips.push({
      path,
      size: zip.length,
      entries: readZip(zip).size,
      sections: own.sections,
      ...(compare ? { differences: compareZips(zip, own.zip) } : {}),
    });
  }
  return zips;
}

async function packWith(pac: Pac, request: PackRequest): Promise<void> {
  await pac.pack(request);
  if (!existsSync(request.zipFile))
    throw new Mistake(
      `${pac.name} says that it packed, but there is no ${request.zipFile}. See that PAC_PATH, or PATH, leads to the Power Platform CLI.`,
    );
}
