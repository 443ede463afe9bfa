import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Element } from '@xmldom/xmldom';
import { parseXml } from '../../solution/xml.js';
import { filesBelow } from '../../solution/filesBelow.js';

/** A file as it stands, and what it says when it is XML. */
export interface SourceFile {
  /** Below the folder, with slashes. */
  readonly path: string;
  readonly content: string;
  /** XML that could be read. */
  readonly root?: Element;
  /** Why XML could not be read. */
  readonly unreadable?: string;
}

/** Path → file. */
export type SourceFiles = ReadonlyMap<string, SourceFile>;

/** Endings of XML that the rules look into. Style sheets of mails are text to them. */
const xml = /\.(xml|resx|svg)$/;

/** All files below a folder. */
export function readFiles(folder: string): SourceFiles {
  return new Map(
    filesBelow(folder).map(({ path }) => [path, sourceFile(path, readFileSync(join(folder, path), 'utf8'))]),
  );
}

/** A file with this content. */
export function sourceFile(path: string, content: string): SourceFile {
  if (!xml.test(path)) return { path, content };
  try {
    return { path, content, root: parseXml(content, path) };
  } catch (error) {
    return { path, content, unreadable: error instanceof Error ? error.message : String(error) };
  }
}
