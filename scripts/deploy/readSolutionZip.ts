import { Mistake } from '../command/mistake.js';
import { isManaged, manifestOf } from '../pack/manifest.js';
import { parseXml } from '../pack/xml/parseXml.js';
import type { XmlElement } from '../pack/xml/xmlNode.js';
import { readZip } from '../pack/zip/readZip.js';
import type { SolutionIdentity } from '../solution/identity.js';

/**
 * What a zip says it is, in its `solution.xml`.
 * @param file for errors
 * @throws Mistake when it is no zip, or none of a solution
 */
export function readSolutionZip(zip: Uint8Array, file: string): SolutionIdentity {
  const root = manifestIn(zip, file);
  if (root === undefined)
    throw new Mistake(
      `${file} is not the zip of a solution: it holds no solution.xml. Pack it: npm run pack.`,
    );
  const { uniqueName, version } = manifestOf(root);
  if (uniqueName === '' || !/^\d+(\.\d+){1,3}$/.test(version))
    throw new Mistake(
      `${file} has no unique name or version in its solution.xml. Pack it anew: npm run pack.`,
    );
  return { uniqueName, version, kind: isManaged(root) ? 'managed' : 'unmanaged' };
}

function manifestIn(zip: Uint8Array, file: string): XmlElement | undefined {
  try {
    const manifest = readZip(zip).get('solution.xml');
    return manifest && parseXml(manifest);
  } catch (error) {
    throw new Mistake(`${file} is not a zip of a solution. Pack it: npm run pack.`, { cause: error });
  }
}
