import { Mistake } from '../command/mistake.js';

/**
 * The solution's four-part version: that of package.json and a zero, so that zip, service and image are told apart by one
 * number. Dataverse compares the parts as numbers and knows no pre-releases.
 *
 * @throws Mistake for a version that is not three numbers
 */
export function solutionVersion(version: string): string {
  if (/^\d+\.\d+\.\d+$/.test(version)) return `${version}.0`;
  throw new Mistake(
    `package.json has the version ${version}, which a solution cannot have: make it three numbers, such as 1.2.3.`,
  );
}

/** Solution.xml with this version. */
export const withVersion = (manifest: string, version: string): string =>
  manifest.replace(/<Version>[^<]*<\/Version>/, `<Version>${version}</Version>`);
