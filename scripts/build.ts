import { fileURLToPath } from 'node:url';
import { filesOf, staleFiles, writeFiles } from './build/webResourceFiles.js';
import { webResources } from './build/webResources.js';

/**
 * `npm run build` writes solution/src/WebResources from webresources/: scripts, string tables, icons and their
 * descriptions. With `--check` it writes nothing and exits with 1 when something there is not what it would write.
 */
const source = fileURLToPath(new URL('../webresources', import.meta.url));
const target = fileURLToPath(new URL('../solution/src/WebResources', import.meta.url));
const files = filesOf(await webResources(source));

if (process.argv.includes('--check')) {
  const stale = staleFiles(target, files);
  if (stale.length > 0) process.exitCode = 1;
  console.log(
    stale.length === 0
      ? 'solution/src/WebResources is up to date.'
      : ['solution/src/WebResources is stale; run `npm run build`.', ...stale].join('\n'),
  );
} else {
  writeFiles(target, files);
  console.log(`${files.size} files of solution/src/WebResources are written.`);
}
