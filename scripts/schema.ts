import { generateFile } from './command/generateFile.js';
import { solutionFolder } from './command/project.js';
import { runCommand } from './command/runCommand.js';
import { readSchema } from './schema/readSchema.js';
import { writeSchema } from './schema/writeSchema.js';

/** `npm run schema` */
process.exitCode = await runCommand(
  generateFile({
    name: 'schema',
    file: 'solution/schema.ts',
    text: () => writeSchema(readSchema(solutionFolder)),
  }),
);
