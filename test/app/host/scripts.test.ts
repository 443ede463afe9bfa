import { describe, expect, it } from '@jest/globals';
import { createScripts } from '../../../sandbox/app/client/host/createScripts.js';
import { aDefinition } from '../definition.js';
import { aPlatform, origin, type Server } from '../platform.js';

const resx = (texts: Readonly<Record<string, string>>) =>
  `<?xml version="1.0"?><root><resheader name="version"><value>2.0</value></resheader>${Object.entries(texts)
    .map(
      ([key, text]) =>
        `<data name="${key}" xml:space="preserve"><value>${text}</value><comment>c</comment></data>`,
    )
    .join('')}</root>`;

const files: Readonly<Record<string, string>> = {
  'new_/strings/Names.1033.resx': resx({ hello: 'Hello &amp; welcome', only: 'Only in English' }),
  'new_/strings/Names.1036.resx': resx({ hello: 'Bonjour' }),
  'new_/strings/Other.1033.resx': resx({ hello: 'Other' }),
};
const server: Server = ({ path }) => {
  const text = files[path.replace('/WebResources/', '')];
  return text === undefined ? undefined : { body: text };
};
const script = {
  name: 'new_/js/a.js',
  type: 3,
  dependencies: ['new_/strings/Names.1033.resx', 'new_/icons/a.svg'],
};
const webResources = [
  script,
  { name: 'new_/js/b.js', type: 3, dependencies: [] },
  { name: 'new_/icons/a.svg', type: 11, dependencies: [] },
  ...Object.keys(files).map((name) => ({ name, type: 12, dependencies: [] })),
];

const scriptsFor = (language: number, parts: Parameters<typeof aPlatform>[0] = { server }) => {
  const platform = aPlatform(parts);
  return { platform, scripts: createScripts(aDefinition({ language, webResources }), platform) };
};

describe('a library', () => {
  it('is loaded once, however often it is asked for', async () => {
    const { platform, scripts } = scriptsFor(1033);
    await Promise.all([scripts.load('new_/js/a.js'), scripts.load('new_/js/a.js')]);
    await scripts.load('new_/js/a.js');
    expect(platform.scripts).toEqual([`${origin}/WebResources/new_/js/a.js`]);
  });

  it('that the solution does not have is refused', async () => {
    await expect(scriptsFor(1033).scripts.load('new_/js/none.js')).rejects.toThrow(
      'no web resource new_/js/none.js',
    );
  });

  it('that failed may be loaded again', async () => {
    let isAway = true;
    const { platform, scripts } = scriptsFor(1033, {
      server: (request) => (isAway ? { status: 503, body: '' } : server(request)),
    });
    await expect(scripts.load('new_/js/a.js')).rejects.toThrow(
      'new_/strings/Names.1033.resx could not be loaded',
    );
    isAway = false;
    await scripts.load('new_/js/a.js');
    expect(platform.scripts).toHaveLength(1);
  });
});

describe('a text of a string table', () => {
  it.each([
    [1036, 'hello', 'Bonjour'],
    [1036, 'only', 'Only in English'],
    [1033, 'hello', 'Hello & welcome'],
    [1031, 'hello', 'Hello & welcome'],
    [1036, 'none', null],
  ])('in the language %i: %s', async (language, key, text) => {
    const { scripts } = scriptsFor(language);
    await scripts.load('new_/js/a.js');
    expect(scripts.resourceString('new_/strings/Names', key)).toBe(text);
  });

  it.each([
    ['before its script is loaded', undefined, 'new_/strings/Names'],
    ['when the script that is loaded does not declare it', 'new_/js/b.js', 'new_/strings/Names'],
    ['when no script declares it', 'new_/js/a.js', 'new_/strings/Other'],
  ])('is null %s', async (_, library, table) => {
    const { scripts } = scriptsFor(1033);
    if (library !== undefined) await scripts.load(library);
    expect(scripts.resourceString(table, 'hello')).toBeNull();
  });
});

describe('a function', () => {
  const global = {
    New: {
      Space: {
        prefix: '> ',
        say(this: { prefix: string }, text: string) {
          return this.prefix + text;
        },
      },
    },
  };

  it('is found by its dotted name and called on what it stands on', () => {
    expect(scriptsFor(1033, { global }).scripts.resolve('New.Space.say')('hi')).toBe('> hi');
  });

  it.each(['New.Space.nothing', 'New.Nothing.say', 'New.Space.prefix', 'say'])('is not %s', (name) => {
    expect(() => scriptsFor(1033, { global }).scripts.resolve(name)).toThrow(`There is no function ${name}.`);
  });
});
