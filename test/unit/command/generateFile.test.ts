import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { generateFile } from '../../../scripts/command/generateFile.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'generated-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function run(text: string, ...args: readonly string[]) {
  const printed: string[] = [];
  const print = (line: string): number => printed.push(line);
  const command = generateFile({ name: 'list', file: 'list.txt', text: () => text, folder });
  const code = await command.run(args, { variables: {}, print, tell: print, isWatched: false });
  return [code, ...printed];
}

const stale = 'list.txt is stale: run `npm run list` and commit what it writes.';

describe('a file made from solution/src', () => {
  it('is stale as long as it is missing', async () => {
    expect(await run('one', '--check')).toEqual([1, stale]);
  });

  it('is written, and up to date until its source changes', async () => {
    expect(await run('one')).toEqual([0, 'list.txt is written.']);
    expect(await run('one', '--check')).toEqual([0, 'list.txt is up to date.']);
    expect(await run('two', '--check')).toEqual([1, stale]);
    expect(readFileSync(join(folder, 'list.txt'), 'utf8')).toBe('one');
  });
});
