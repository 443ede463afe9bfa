/**
 * Stands in for `pac`: notes how it was called, keeps profiles as pac does, prints and ends as it was told. What it knows and what it
 * notes are files of the folder that PAC_STAND_IN names.
 */
import { appendFileSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

const folder = process.env.PAC_STAND_IN ?? '';
const file = (name) => path.join(folder, name);
const args = process.argv.slice(2);
const verb = args.slice(0, 2).join(' ');
const option = (name) => (args.includes(name) ? args[args.indexOf(name) + 1] : undefined);
const decoded = (text) =>
  text?.startsWith('data:text/plain;base64,') ? Buffer.from(text.slice(23), 'base64').toString() : text;

const state = JSON.parse(readFileSync(file('state.json'), 'utf8'));
const save = () => writeFileSync(file('state.json'), JSON.stringify(state));
const activate = (profile) => {
  for (const each of state.profiles) each.active = each === profile;
  save();
};
const named = (name) => state.profiles.find((profile) => profile.name === name);

const verbs = {
  'auth list': () => {
    console.log(
      'Index Active Kind      Name                           Url                            User          Cloud  Type',
    );
    state.profiles.forEach(({ name, url, active }, at) =>
      console.log(
        `[${at + 1}]   ${active ? '*' : ' '}      UNIVERSAL ${name.padEnd(31)}${url.padEnd(31)}user@example.com Public User`,
      ),
    );
  },
  'auth create': () => {
    const profile = { name: option('--name'), url: option('--environment') };
    state.profiles.push(profile);
    activate(profile);
    // What pac would not do, but another version or a crash might.
    console.log(`Signed in with ${option('--clientSecret')} = ${decoded(option('--clientSecret'))}`);
  },
  'auth select': () => {
    const profile = option('--index')
      ? state.profiles[Number(option('--index')) - 1]
      : named(option('--name'));
    if (!profile) {
      console.error('Error: The profile does not exist.');
      process.exit(1);
    }
    activate(profile);
  },
  'auth delete': () => {
    state.profiles = state.profiles.filter((profile) => profile !== named(option('--name')));
    save();
  },
  'auth clear': () => {
    state.profiles = [];
    save();
  },
  'solution import': async () => {
    console.log('Solution Importing...');
    if (state.installs) await install(state.installs);
    console.log('Solution Imported successfully.');
  },
};

/** What an import does to the environment, as far as somebody who looks at the solution's row can see. */
async function install({ url, token, id, version }) {
  const response = await fetch(`${url}/api/data/v9.2/solutions(${id})`, {
    method: 'PATCH',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ version }),
  });
  if (!response.ok) throw new Error(`The environment refused: ${response.status} ${await response.text()}`);
}

const variables = Object.fromEntries(Object.entries(process.env).filter(([name]) => name.startsWith('PAC_')));
const active = state.profiles.find((profile) => profile.active)?.name;
const settingsFile = option('--settings-file');
const settings = existsSync(settingsFile ?? '') ? readFileSync(settingsFile, 'utf8') : undefined;
appendFileSync(file('calls.jsonl'), `${JSON.stringify({ args, variables, active, settings })}\n`);

const told = state.failures?.[verb];
if (told) {
  console.error(told.prints);
  process.exit(told.code);
}
await verbs[verb]?.();
