import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { readSolution } from '../../../sandbox/dataverse/metadata/read/readSolution.js';
import { rememberedSolution } from '../../../sandbox/dataverse/metadata/read/rememberedSolution.js';
import { baseFolder, exportedFolder } from './folders.js';

let temporary: string;
let memory: string;
beforeEach(() => {
  temporary = mkdtempSync(join(tmpdir(), 'remembered-'));
  memory = join(temporary, 'memory');
});
afterEach(() => rmSync(temporary, { recursive: true }));

/** The one file in the memory. */
const file = (): string => join(memory, readdirSync(memory)[0] ?? '');

/** Gives the remembered solution a version that no file has: what has it was not read. */
function forgeVersion(version: string): void {
  const text = readFileSync(file(), 'utf8');
  expect(text).toContain(`"version":"${version}"`);
  writeFileSync(file(), text.replace(`"version":"${version}"`, '"version":"9.9.9.9"'));
}

describe('A remembered solution', () => {
  it.each([
    ['the base tables', baseFolder],
    ['the shipped solution', fileURLToPath(new URL('../../../solution/src', import.meta.url))],
    ['an exported solution', exportedFolder],
  ])('is what was read, to the last key: %s', (_name, folder) => {
    const read = readSolution(folder);
    expect(rememberedSolution(folder, memory)).toStrictEqual(read);
    expect(rememberedSolution(folder, memory)).toStrictEqual(read);
  });

  it('comes from the memory the second time', () => {
    const { uniqueName, version } = rememberedSolution(exportedFolder, memory);
    expect(readdirSync(memory)).toHaveLength(1);
    forgeVersion(version);
    expect(rememberedSolution(exportedFolder, memory)).toMatchObject({ uniqueName, version: '9.9.9.9' });
  });

  it.each([
    ['a file changes', (folder: string) => appendFileSync(join(folder, 'Other/Solution.xml'), '\n')],
    ['a file is added', (folder: string) => writeFileSync(join(folder, 'Other/More.xml'), '<More />')],
    ['a file is gone', (folder: string) => rmSync(join(folder, 'Other/FieldSecurityProfiles.xml'))],
  ])('is read again when %s', (_name, change) => {
    const folder = join(temporary, 'solution');
    cpSync(exportedFolder, folder, { recursive: true });
    const { version } = rememberedSolution(folder, memory);
    forgeVersion(version);
    change(folder);
    expect(rememberedSolution(folder, memory).version).toBe(version);
  });

  it('is read again when the memory is damaged', () => {
    const read = rememberedSolution(exportedFolder, memory);
    writeFileSync(file(), '{"source":');
    expect(rememberedSolution(exportedFolder, memory)).toStrictEqual(read);
  });

  it('is read where there is no place for a memory', () => {
    writeFileSync(memory, 'a file, no folder');
    expect(rememberedSolution(exportedFolder, memory)).toStrictEqual(readSolution(exportedFolder));
  });
});
