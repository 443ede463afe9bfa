import { readFileSync, statSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { Mistake, UsageMistake } from './command/mistake.js';
import { solutionFolder } from './command/project.js';
import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';
import { changesText } from './unpack/changesText.js';
import { unpackInto } from './unpack/unpackInto.js';

const usage = `npm run unpack -- FILE [options]

Brings the zip of an unmanaged solution, such as a maker's export, back to source, and tells what changed.
  FILE               the zip: ContactInvitations_0_1_0_0.zip
  --folder FOLDER    the folder to write to (solution/src)
  --any-name         take a solution of another unique name too
  --fewer-languages  take a zip that lacks languages of the folder: their texts are removed`;

/** `npm run unpack` */
process.exitCode = await runCommand({
  usage,
  async run(args, { print }) {
    const { values, positionals } = readArguments({
      args: [...args],
      allowPositionals: true,
      options: {
        folder: { type: 'string', default: solutionFolder },
        'any-name': { type: 'boolean', default: false },
        'fewer-languages': { type: 'boolean', default: false },
      },
    });
    const [file, ...others] = positionals;
    if (file === undefined) throw new UsageMistake('Say which zip to unpack.');
    if (others.length > 0) throw new UsageMistake('Name one zip: each is unpacked by itself.');
    if (statSync(file, { throwIfNoEntry: false })?.isFile() !== true)
      throw new Mistake(`There is no file ${file}. Export the solution, and say where the zip is.`);
    const folder = resolve(values.folder);
    const changes = unpackInto(folder, readFileSync(file), {
      anyName: values['any-name'],
      fewerLanguages: values['fewer-languages'],
    });
    print(changesText(relative(process.cwd(), folder), changes));
    return 0;
  },
});
