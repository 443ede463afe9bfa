import { createHash } from 'node:crypto';
import { packSolution } from '../../../scripts/pack/packSolution.js';
import { small } from './smallSolution.js';

/** Prints the digests of both zips, for comparison between processes. */
for (const kind of ['unmanaged', 'managed'] as const)
  console.log(createHash('sha256').update(packSolution(small(), kind).zip).digest('hex'));
