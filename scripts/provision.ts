import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { openEnvironment } from './environment/openEnvironment.js';
import { dryRun } from './provision/dryRun.js';
import { provision } from './provision/provision.js';

/** `npm run provision`: the schema of solution/src in an environment, for teams that do not import tables from a file. */
const usage = `npm run provision -- --environment URL [--dry-run]

Gives an environment the tables, columns, choices, keys and relationships of solution/src through the Web API.
  --environment URL   such as https://contoso.crm.dynamics.com
  --dry-run           print the requests, and send none of them`;

const next = `What else the solution holds – forms, views, charts, commands, the app, roles, email templates, icons – comes with its zip. Import the
unmanaged one over this schema: npm run deploy -- --environment URL --unmanaged
Afterwards export the solution and run npm run unpack -- FILE: that brings what Dataverse itself wrote back to solution/src.`;

const source = fileURLToPath(new URL('../solution/src', import.meta.url));

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      environment: { type: 'string' },
      'dry-run': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  if (values.environment === undefined) throw new Error(`Say which environment.\n\n${usage}`);
  const environment = await openEnvironment({
    url: values.environment,
    ...(process.stdin.isTTY ? { showDeviceCode: console.error } : {}),
    onWait: (milliseconds) =>
      console.error(`The environment asks for a pause of ${Math.ceil(milliseconds / 1000)} s.`),
  });
  if (values['dry-run']) return console.log(await dryRun(environment, source));
  const { done, notes } = await provision(environment, source, ({ title }, index, count) =>
    console.log(`${String(index + 1).padStart(String(count).length)}/${count}  ${title}`),
  );
  const outcome =
    done === 0
      ? 'The environment has the whole schema already: nothing was written.'
      : `Done: ${done} requests, and the environment was read again and has the whole schema.`;
  console.log([outcome, ...notes, '', next].join('\n'));
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
});
