import { join } from 'node:path';
import { UsageMistake } from './command/mistake.js';
import { project } from './command/project.js';
import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';
import { addToSite } from './powerPages/addToSite.js';

const usage = `npm run power-pages -- --site FOLDER

Puts the redemption page into a Power Pages site that \`pac pages download\` has written; \`pac pages upload\` then brings it to the
environment. What is there stays; only the web template is replaced by that of this version.
  --site FOLDER  the site's folder, the one with website.yml`;

/** Adds the redemption page to a downloaded site (docs/power-pages.md). */
process.exitCode = await runCommand({
  usage,
  async run(args, { print }) {
    const { values } = readArguments({ args: [...args], options: { site: { type: 'string' } } });
    if (values.site === undefined) throw new UsageMistake('Name the folder of the site with --site.');
    const { written, kept, remarks } = await addToSite(join(project, 'solution/power-pages'), values.site);
    print(written.length === 0 ? 'Everything is there already.' : `Written: ${written.length} files.`);
    for (const path of kept) print(`Kept, though it is not what is shipped: ${path}`);
    for (const remark of remarks) print(`Look at this: ${remark}`);
    return 0;
  },
});
