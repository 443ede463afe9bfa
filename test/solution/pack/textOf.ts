import type { Files } from '../../../scripts/pack/files.js';
import { readZip } from '../../../scripts/pack/zip/readZip.js';

/** Files as texts, for comparisons that people can read. */
export const texts = (files: Files): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...files].map(([path, bytes]) => [path, new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)]),
  );

/** The text of a zip's entry. */
export const entryText = (zip: Uint8Array, name: string): string => texts(readZip(zip))[name] ?? '';
