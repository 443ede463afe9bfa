import { strFromU8, unzipSync } from 'fflate';
import { childrenOf, parseXml } from '../../sandbox/dataverse/metadata/xml.js';
import { DeployError } from './deployError.js';
import type { SolutionIdentity } from './importDecision.js';

/**
 * What a zip says it is, in its `solution.xml`.
 * @param file for errors
 * @throws DeployError when it is no zip, or none of a solution
 */
export function readSolutionZip(zip: Uint8Array, file: string): SolutionIdentity {
  const manifest = manifestOf(zip, file);
  const text = (name: string): string => childrenOf(manifest, name)[0]?.textContent?.trim() ?? '';
  const [uniqueName, version] = [text('UniqueName'), text('Version')];
  if (uniqueName === '' || !/^\d+(\.\d+){1,3}$/.test(version))
    throw new DeployError(
      `${file} has no unique name or version in its solution.xml. Pack it anew: npm run pack.`,
    );
  return { uniqueName, version, kind: text('Managed') === '1' ? 'managed' : 'unmanaged' };
}

function manifestOf(zip: Uint8Array, file: string) {
  const entry = entryOf(zip, file, 'solution.xml');
  if (!entry) throw new DeployError(`${file} is not the zip of a solution: it holds no solution.xml.`);
  return childrenOf(parseXml(strFromU8(entry), `solution.xml of ${file}`), 'SolutionManifest')[0];
}

function entryOf(zip: Uint8Array, file: string, name: string): Uint8Array | undefined {
  try {
    return unzipSync(zip, { filter: (entry) => entry.name === name })[name];
  } catch (error) {
    throw new DeployError(`${file} is not a zip.`, { cause: error });
  }
}
