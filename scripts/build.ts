import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { staleFiles, writeFiles } from './build/files.js';
import { generatedFolders } from './build/generatedFolders.js';
import { solutionVersion, withVersion } from './build/solutionVersion.js';
import { project, solutionFolder } from './command/project.js';
import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';
import { exampleSite } from './powerPages/site.js';
import { siteFiles } from './powerPages/siteFiles.js';

const usage = `npm run build -- [--check]

Writes what of solution/src is made from other sources: WebResources from webresources/, Templates from solution/templates, the version
in Other/Solution.xml from package.json; and solution/power-pages/site, the redemption page for Power Pages.
  --check  write nothing, and say what there is not what it would write`;

/** `npm run build` */
process.exitCode = await runCommand({
  usage,
  async run(args, { print }) {
    const { values } = readArguments({
      args: [...args],
      options: { check: { type: 'boolean', default: false } },
    });
    const manifest = join(solutionFolder, 'Other', 'Solution.xml');
    const { version } = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
      readonly version: string;
    };
    const before = readFileSync(manifest, 'utf8');
    const after = withVersion(before, solutionVersion(version));
    const folders = new Map(
      [...(await generatedFolders(project))].map(([folder, files]) => [`solution/src/${folder}`, files]),
    );
    folders.set(
      'solution/power-pages/site',
      await siteFiles(join(project, 'solution/power-pages'), exampleSite),
    );

    if (values.check) {
      const stale = [...folders].flatMap(([folder, files]) =>
        staleFiles(join(project, folder), files).map((problem) => `${folder}/${problem}`),
      );
      if (before !== after)
        stale.push('solution/src/Other/Solution.xml has another version than package.json');
      print(
        stale.length === 0
          ? 'solution is what is built.'
          : ['solution is stale: run `npm run build` and commit what it writes.', ...stale].join('\n'),
      );
      return stale.length === 0 ? 0 : 1;
    }
    for (const [folder, files] of folders) {
      writeFiles(join(project, folder), files);
      print(`${folder}: ${files.size} files are written.`);
    }
    if (before !== after) writeFileSync(manifest, after);
    print(`solution/src/Other/Solution.xml: version ${solutionVersion(version)}.`);
    return 0;
  },
});
