import { generateFile } from './command/generateFile.js';
import { solutionFolder } from './command/project.js';
import { runCommand } from './command/runCommand.js';
import { referenceText } from './reference/referenceText.js';

/** `npm run reference` */
process.exitCode = await runCommand(
  generateFile({
    name: 'reference',
    file: 'docs/reference.md',
    text: () => referenceText(solutionFolder),
  }),
);
