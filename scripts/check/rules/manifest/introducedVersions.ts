import { text } from '../../../solution/xml.js';
import { everythingBelow, textIn, value } from '../../read/markup.js';
import { manifestOf } from '../../read/manifest.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Looked, Rule } from '../../rule.js';
import { manifestFile } from '../../../solution/mainFiles.js';

const names: ReadonlySet<string> = new Set(['IntroducedVersion', 'introducedversion']);

/**
 * What a solution introduces, it introduces in a version of two to four parts, its own of four and not after the
 * present one.
 */
export const introducedVersions: Rule = {
  name: 'manifest/introducedVersions',
  look: (solution) => {
    const present = parts(text(manifestOf(solution.files), 'Version'));
    return [...solution.files.values()]
      .filter(({ path }) => path !== manifestFile)
      .flatMap(({ path, root }) =>
        everythingBelow(root)
          .flatMap((element) => [
            ...(names.has(element.nodeName) ? [textIn(element)] : []),
            ...(element.hasAttribute('IntroducedVersion') ? [value(element, 'IntroducedVersion')] : []),
          ])
          .map((version) => lookAt(path, version, present, solution)),
      );
  },
};

function lookAt(
  file: string,
  version: string,
  present: readonly number[],
  { packageVersion }: SolutionSource,
): Looked {
  if (!/^\d+(\.\d+){1,3}$/.test(version))
    return {
      file,
      problem: `IntroducedVersion is ${version || '(none)'}, which is no version. Write four parts, such as ${packageVersion}.0.`,
    };
  // What the platform introduced has versions of the platform: 1.0, 5.0.0.0.
  const own = parts(version);
  const isLater = own[0] === present[0] && compare(own, present) > 0;
  return {
    file,
    problem: isLater
      ? `IntroducedVersion is ${version}, which is still to come. Write the present version, ${packageVersion}.0, or an earlier one.`
      : undefined,
  };
}

const parts = (version: string): readonly number[] => version.split('.').map(Number);

const compare = (left: readonly number[], right: readonly number[]): number =>
  [0, 1, 2, 3].map((index) => (left[index] ?? 0) - (right[index] ?? 0)).find((order) => order !== 0) ?? 0;
