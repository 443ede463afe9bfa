import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { project } from './project.js';
import { readArguments } from './readArguments.js';
import type { Command } from './runCommand.js';

/** A file of the project that is made from solution/src and committed. */
export interface GeneratedFile {
  /** The npm command: `schema`. */
  readonly name: string;
  /** Below the folder: `solution/schema.ts`. */
  readonly file: string;
  readonly text: () => string;
  /** The project's unless told otherwise. */
  readonly folder?: string;
}

/** The command that writes such a file, or with `--check` says whether it still is what would be written. */
export function generateFile({ name, file, text, folder = project }: GeneratedFile): Command {
  const path = join(folder, file);
  return {
    usage: `npm run ${name} -- [--check]

Writes ${file} from solution/src.
  --check  write nothing, and say whether the file is what would be written`,
    async run(args, { print }) {
      const { values } = readArguments({
        args: [...args],
        options: { check: { type: 'boolean', default: false } },
      });
      if (!values.check) {
        writeFileSync(path, text());
        print(`${file} is written.`);
        return 0;
      }
      const isFresh = existsSync(path) && readFileSync(path, 'utf8') === text();
      print(
        isFresh
          ? `${file} is up to date.`
          : `${file} is stale: run \`npm run ${name}\` and commit what it writes.`,
      );
      return isFresh ? 0 : 1;
    },
  };
}
