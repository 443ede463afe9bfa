import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { posix } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { settingVariables } from '../../plugins/host/settings/parseSettings.js';
import { anchorsOf, callsIn, documents, flagsIn, optionsOf, pages, read } from './docs/documents.js';

const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
const calls = documents.flatMap(callsIn);

/** Commands that take options → the sources that read them. */
const options: Readonly<Record<string, readonly string[]>> = {
  start: optionsOf('scripts/start.ts'),
  sandbox: optionsOf('sandbox/commandLine.ts'),
  mailbox: optionsOf('sandbox/mail/main.ts'),
  identity: optionsOf('sandbox/identity/main.ts'),
  pack: optionsOf('scripts/pack.ts'),
  unpack: optionsOf('scripts/unpack.ts'),
  deploy: optionsOf('scripts/deploy/deployOptions.ts'),
  'check-environment': optionsOf('scripts/environment/check/commandLine.ts'),
  provision: optionsOf('scripts/provision.ts'),
  'power-pages': optionsOf('scripts/powerPages.ts'),
  'solution:check': optionsOf('scripts/solutionCheck.ts'),
  bench: optionsOf('scripts/bench.ts'),
  soak: optionsOf('scripts/soak/options.ts'),
};

describe('the documents', () => {
  it('name commands that exist', () => {
    expect(calls.length).toBeGreaterThan(50);
    expect(calls.filter(({ script }) => scripts[script] === undefined)).toEqual([]);
  });

  it('give them options that they take', () => {
    const given = calls.filter(({ arguments: text }) => / -- --/.test(text));
    expect(given.length).toBeGreaterThan(10);
    const unknown = given.flatMap(({ path, script, arguments: text }) =>
      flagsIn(text.replace(/^ -- /, ''))
        .filter((flag) => options[script]?.includes(flag) !== true)
        .map((flag) => `${path}: npm run ${script} -- --${flag}`),
    );
    expect(unknown).toEqual([]);
  });

  it('speak of options that some command takes', () => {
    const all = new Set(Object.values(options).flat());
    const named = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/`(--[^`]+)`/g)].flatMap(([, code = '']) =>
        flagsIn(code).map((flag) => ({ path, flag })),
      ),
    );
    // Of commands that read their arguments themselves.
    const others = ['check'];
    expect(named.length).toBeGreaterThan(15);
    expect(named.filter(({ flag }) => !all.has(flag) && !others.includes(flag))).toEqual([]);
  });

  it.each([
    ['sandbox', 'docs/sandbox.md'],
    ['identity', 'docs/sandbox.md'],
    ['start', 'docs/sandbox.md'],
    ['pack', 'docs/pipelines.md'],
    ['deploy', 'docs/pipelines.md'],
  ])('tell every option of npm run %s in %s', (script, path) => {
    const told = new Set(flagsIn(read(path).text.replaceAll('`', ' ')));
    expect(options[script]?.length).toBeGreaterThan(2);
    expect(options[script]?.filter((flag) => flag !== 'help' && !told.has(flag))).toEqual([]);
  });

  it('lead somewhere, by links and by pictures', () => {
    const links = pages.flatMap(({ path, text }) =>
      [...text.matchAll(/\]\(([^)\s]+)\)|src="([^"]+)"/g)]
        .map(([, link, picture]) => link ?? picture ?? '')
        .filter((target) => !/^(https?|mailto):/.test(target))
        .map((target) => ({ path, target })),
    );
    expect(links.length).toBeGreaterThan(50);
    expect(links.filter(({ path, target }) => !leadsSomewhere(path, target))).toEqual([]);
  });
});

describe.each([
  { path: 'docs/reliability.md', about: 'guarantees', rows: 30 },
  { path: 'docs/security.md', about: 'threats', rows: 40 },
])('$path', ({ path, about, rows }) => {
  // Every table of three columns whose last one is "shown by".
  const shown = [
    ...read(path).text.matchAll(/^\|[^|\n]+\|[^|\n]+\| shown by +\|\n\|[-| ]+\|\n((?:\|.*\|\n)+)/gm),
  ]
    .flatMap(([, lines = '']) => lines.trim().split('\n'))
    .map((line) => line.split(' | '));

  it(`names for each of its ${about} a test that is there, or the command that measures it`, () => {
    expect(shown.length).toBeGreaterThan(rows);
    expect(shown.filter((cells) => cells.length !== 3)).toEqual([]);
    const proofs = shown.map(([what, , by = '']) => ({
      what,
      tests: [...by.matchAll(/\]\(\.\.\/(test\/[^)]+\.test\.ts)\)/g)].map(([, file = '']) => file),
      commands: callsIn({ path, text: by }),
    }));
    expect(proofs.filter(({ tests, commands }) => tests.length + commands.length === 0)).toEqual([]);
    const named = proofs.flatMap(({ tests }) => tests);
    expect(named.length).toBeGreaterThan(rows);
    expect(named.filter((file) => !existsSync(file))).toEqual([]);
  });
});

it('The documents name tests that are there', () => {
  const named = pages.flatMap(({ path, text }) =>
    [...text.matchAll(/\btest\/[\w./-]*\.test\.ts\b/g)].map(([file]) => ({ path, file })),
  );
  expect(named.length).toBeGreaterThan(20);
  expect(named.filter(({ file }) => !existsSync(file))).toEqual([]);
});

function leadsSomewhere(from: string, target: string): boolean {
  const [file = '', anchor] = target.split('#');
  const path = file === '' ? from : posix.join(posix.dirname(from), file);
  if (!existsSync(path)) return false;
  return anchor === undefined || anchorsOf(read(path)).includes(anchor);
}

describe('docs/service.md', () => {
  const names = (text: string): readonly string[] => [
    // Of further application users the name ends in a number, after an underscore.
    ...new Set(text.match(/\b(?:DATAVERSE|AZURE|INVITATIONS|OIDC|API|LOG)_[A-Z_]*[A-Z]/g)),
  ];
  const readers = ['readDoorsConfig', 'readProviders', 'readReturns', 'readApi'].map(
    (name) => `plugins/doors/config/${name}.ts`,
  );
  const variables = ['plugins/host/config.ts', 'plugins/dataverse/identity/readCredentials.ts', ...readers]
    .flatMap((path) => names(read(path).text))
    .filter((name, at, all) => all.indexOf(name) === at)
    .sort();

  it('tells the environment variables that the service reads, all of them and no others', () => {
    const rows = read('docs/service.md').text.match(/^\| `[A-Z_]+`.*$/gm) ?? [];
    expect(rows.flatMap((row) => names(row.split('|')[1] ?? '')).sort()).toEqual(variables);
  });

  it.each(['plugins/container/Dockerfile', 'plugins/container/containerApp.bicep'])(
    'and %s sets no others',
    (path) => {
      const set = names(read(path).text);
      expect(set.length).toBeGreaterThan(1);
      expect(set.filter((name) => !variables.includes(name))).toEqual([]);
    },
  );
});

it('docs/admins.md has a row for every line that check-environment prints, and no others', () => {
  const folder = 'scripts/environment/check';
  const printed = readdirSync(folder)
    .flatMap((file) => [
      ...read(`${folder}/${file}`).text.matchAll(/(?:\bname(?:: | = )|\bcheck = |\blook\()'([a-z ]+)'/g),
    ])
    .map(([, name = '']) => name);
  const [, table = ''] = read('docs/admins.md').text.split(/^\| line .*\n.*\n/m);
  const told = [...table.matchAll(/^\| ([^|]+?) +\|/gm)].flatMap(([, names = '']) => names.split(' · '));
  expect(told.sort()).toEqual([...new Set(printed)].sort());
});

it('Every setting of the makers stands in docs/reference.md, and no document names another', () => {
  const { text } = read('docs/reference.md');
  const told = [...text.matchAll(/^\| `(inv_[A-Z]\w+)` /gm)].map(([, name = '']) => name);
  expect(Object.values(settingVariables).filter((name) => !told.includes(name))).toEqual([]);
  const named = pages.flatMap((page) =>
    [...page.text.matchAll(/`(inv_[A-Z]\w+)`/g)].map(([, name = '']) => name),
  );
  // The app has a name of the same form.
  expect(named.filter((name) => !told.includes(name) && name !== 'inv_ContactInvitations')).toEqual([]);
});
