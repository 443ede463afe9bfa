import { solutionFolder } from './command/project.js';
import { readArguments } from './command/readArguments.js';
import { runCommand } from './command/runCommand.js';
import { openFromTerminal } from './environment/openFromTerminal.js';
import { environmentAddress, signInUsage } from './environment/options.js';
import { dryRun } from './provision/dryRun.js';
import { provision } from './provision/provision.js';

const usage = `npm run provision -- --environment URL [--dry-run]

Gives an environment the tables, columns, choices, keys and relationships of solution/src through the Web API.
  --environment URL  address of the environment (DATAVERSE_URL)
  --dry-run          print the requests, and send none of them
${signInUsage}`;

const next = `Next: what else the solution holds – forms, views, charts, commands, the app, roles, email templates, icons – comes with its zip.
Import the unmanaged one over this schema: npm run deploy -- --environment URL --unmanaged
Afterwards export the solution and run npm run unpack -- FILE: that brings what Dataverse itself wrote back to solution/src.`;

/** `npm run provision`: the schema of solution/src in an environment, for teams that do not import tables from a file. */
process.exitCode = await runCommand({
  usage,
  async run(args, terminal) {
    const { values } = readArguments({
      args: [...args],
      options: { environment: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    });
    const url = environmentAddress(values.environment, terminal.variables);
    const environment = await openFromTerminal(url, terminal);
    if (values['dry-run']) {
      terminal.print(await dryRun(environment, solutionFolder));
      return 0;
    }
    const { done, notes } = await provision(environment, solutionFolder, ({ title }, index, count) =>
      terminal.print(`${String(index + 1).padStart(String(count).length)}/${count}  ${title}`),
    );
    const outcome =
      done === 0
        ? 'The environment has the whole schema already: nothing was written.'
        : `Done: ${done} requests, and the environment was read again and has the whole schema.`;
    terminal.print([outcome, ...notes, '', next.replace('URL', url)].join('\n'));
    return 0;
  },
});
