import { zipSync, type Zippable } from 'fflate';
import type { Files } from '../files.js';

/**
 * Entries carry no moment of their own, so that the same source gives the same bytes. Zips hold local time, and the
 * first they can hold is midnight of this day.
 */
const moment = new Date(1980, 0, 1, 12);

/** A zip of these files, in their order. */
export const writeZip = (files: Files): Uint8Array =>
  zipSync(Object.fromEntries(files) as Zippable, { level: 9, mtime: moment });
