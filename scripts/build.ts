import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { staleFiles, writeFiles } from './build/files.js';
import { generatedFolders } from './build/generatedFolders.js';
import { solutionVersion, withVersion } from './build/solutionVersion.js';

/**
 * `npm run build` writes what of solution/src is made from other sources: WebResources from webresources/, Templates from
 * solution/templates, the version in Other/Solution.xml from package.json. With `--check` it writes nothing and exits with
 * 1 when something there is not what it would write.
 */
const project = fileURLToPath(new URL('..', import.meta.url));
const solution = join(project, 'solution/src');
const manifest = join(solution, 'Other/Solution.xml');
const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as { version: string };
const before = readFileSync(manifest, 'utf8');
const after = withVersion(before, solutionVersion(version));
const folders = await generatedFolders(project);

if (process.argv.includes('--check')) {
  const stale = [...folders].flatMap(([folder, files]) =>
    staleFiles(join(solution, folder), files).map((problem) => `${folder}/${problem}`),
  );
  if (before !== after) stale.push('Other/Solution.xml has another version than package.json');
  if (stale.length > 0) process.exitCode = 1;
  console.log(
    stale.length === 0
      ? 'solution/src is what is built.'
      : ['solution/src is stale; run `npm run build`.', ...stale].join('\n'),
  );
} else {
  for (const [folder, files] of folders) {
    writeFiles(join(solution, folder), files);
    console.log(`solution/src/${folder}: ${files.size} files are written.`);
  }
  if (before !== after) writeFileSync(manifest, after);
  console.log(`solution/src/Other/Solution.xml: version ${solutionVersion(version)}.`);
}
