import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { launch } from '../../../scripts/pac/launch.js';
import { locatePac } from '../../../scripts/pac/locatePac.js';

const folder = mkdtempSync(path.join(tmpdir(), 'locate-'));
afterAll(() => rmSync(folder, { recursive: true }));

function put(name: string, mode = 0o755): string {
  const file = path.join(folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, '');
  chmodSync(file, mode);
  return file;
}

const [named, tools, first, second] = ['named/pac', 'tools/pac', 'first/pac', 'second/pac'].map((name) =>
  put(name),
);
const [exe, cmd] = ['win/pac.exe', 'cmd/pac.cmd'].map((name) => put(name));
const plain = put('plain/pac', 0o644);
mkdirSync(path.join(folder, 'folder/pac'), { recursive: true });
const pathOf = (...names: readonly string[]): string =>
  names.map((name) => path.join(folder, name)).join(':');

describe('pac', () => {
  it.each<[string, NodeJS.ProcessEnv, NodeJS.Platform, string | undefined]>([
    ['PAC_PATH', { PAC_PATH: named, PATH: pathOf('first') }, 'linux', named],
    [
      "the path that Microsoft's action sets",
      { POWERPLATFORMTOOLS_PACPATH: tools, PATH: pathOf('first') },
      'linux',
      tools,
    ],
    ['the first in PATH', { PATH: pathOf('none', 'first', 'second') }, 'linux', first],
    ['the first that can be run', { PATH: pathOf('plain', 'folder', 'second') }, 'linux', second],
    [
      'PATH, when the action has set what is not there',
      { POWERPLATFORMTOOLS_PACPATH: '/none/pac', PATH: pathOf('first') },
      'linux',
      first,
    ],
    ['nowhere', { PATH: pathOf('none') }, 'linux', undefined],
    ['nowhere without PATH', {}, 'linux', undefined],
    ['Path on Windows', { Path: `${folder}/none;${folder}/win` }, 'win32', exe],
    ['the launcher of the Windows installer', { Path: `${folder}/cmd` }, 'win32', cmd],
  ])('is found by %s', (_, variables, platform, expected) => {
    expect(locatePac({ variables, platform })).toBe(expected);
  });

  it.each([plain, '/none/pac'])('is refused when PAC_PATH names no program (%s)', (file) => {
    expect(() =>
      locatePac({ variables: { PAC_PATH: file, PATH: pathOf('first') }, platform: 'linux' }),
    ).toThrow(/^PAC_PATH is .*, where there is no program\./);
  });
});

describe('the launcher pac.cmd', () => {
  it('gets arguments through cmd.exe, those that it would interpret as data URIs', () => {
    const args = ['solution', 'C:\\my zips\\', '100%', 'a"b', 'R&D'];
    expect(launch('C:\\pac.cmd', args)).toEqual({
      command: 'cmd.exe',
      commandArgs: [
        '/d',
        '/s',
        '/c',
        '""C:\\pac.cmd" "solution" "C:\\my zips\\\\" "data:text/plain;base64,MTAwJQ==" "data:text/plain;base64,YSJi" "R&D""',
      ],
      verbatim: true,
    });
  });

  it('is the only kind of program that needs that', () => {
    expect(launch('/usr/bin/pac', ['100%'])).toEqual({
      command: '/usr/bin/pac',
      commandArgs: ['100%'],
      verbatim: false,
    });
  });
});
