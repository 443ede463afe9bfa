import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { XMLSerializer } from '@xmldom/xmldom';
import type { RibbonDiffDefinition } from '../appComponents.js';
import { readXml } from '../xml.js';

const serializer = new XMLSerializer();

/** A table's command-bar changes: `Entities/<name>/RibbonDiff.xml`. Throws Error naming a file that holds another thing. */
export function readRibbonDiffs(tableFolder: string, table: string): RibbonDiffDefinition[] {
  const file = join(tableFolder, 'RibbonDiff.xml');
  if (!existsSync(file)) return [];
  const root = readXml(file);
  if (root.nodeName !== 'RibbonDiffXml') throw new Error(`${file}: the root element is no RibbonDiffXml.`);
  return [{ table, ribbonDiffXml: serializer.serializeToString(root) }];
}
