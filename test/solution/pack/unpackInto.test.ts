import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { packSolution } from '../../../scripts/pack/packSolution.js';
import { readFolder } from '../../../scripts/pack/readFolder.js';
import { changesText } from '../../../scripts/unpack/changesText.js';
import { unpackInto } from '../../../scripts/unpack/unpackInto.js';
import { small, type Edit } from './smallSolution.js';
import { texts } from './textOf.js';

const zipOf = (edits: Readonly<Record<string, Edit>> = {}): Uint8Array =>
  packSolution(small(edits), 'unmanaged').zip;
const otherName = zipOf({ 'Other/Solution.xml': (text) => text.replace('>Small<', '>Other<') });
const same = { anyName: false, fewerLanguages: false };

let base: string;
let folder: string;
beforeEach(() => {
  base = mkdtempSync(join(tmpdir(), 'unpack-'));
  folder = join(base, 'src');
});
afterEach(() => {
  rmSync(base, { recursive: true });
});

describe('unpacking into a folder', () => {
  it('fills a new one', () => {
    expect(unpackInto(folder, zipOf(), same)).toMatchObject({ changed: [], removed: [] });
    expect(texts(readFolder(folder))).toEqual(texts(small()));
  });

  it('changes nothing where nothing changed', () => {
    unpackInto(folder, zipOf(), same);
    const changes = unpackInto(folder, zipOf(), same);
    expect(changes).toEqual({ added: [], changed: [], removed: [] });
    expect(changesText('src', changes)).toBe('src is what the zip holds; nothing changed.');
  });

  it('removes the texts of a language only when told to', () => {
    const skeleton = 'Other/Customizations.xml';
    const two = {
      [skeleton]: (text: string) => text.replace('</Languages>', '<Language>1031</Language></Languages>'),
    };
    unpackInto(folder, zipOf(two), same);
    expect(() => unpackInto(folder, zipOf(), same)).toThrow(/no texts in 1031.*--fewer-languages/);
    expect(unpackInto(folder, zipOf(), { ...same, fewerLanguages: true }).changed).toEqual([skeleton]);
  });

  it('adds, changes and removes what a changed export does, and tells it', () => {
    unpackInto(folder, zipOf(), same);
    const added = 'environmentvariabledefinitions/abc_Key/environmentvariabledefinition.xml';
    const removed = 'environmentvariabledefinitions/abc_Url/environmentvariabledefinition.xml';
    const edits = {
      [added]: '<environmentvariabledefinition schemaname="abc_Key" />',
      [removed]: undefined,
      'WebResources/abc_/code.js': 'var b;',
      'Other/EntityMaps.xml': undefined,
    };
    const changes = unpackInto(folder, zipOf(edits), same);
    expect(changes).toEqual({
      added: [added],
      changed: ['WebResources/abc_/code.js'],
      removed: ['Other/EntityMaps.xml', removed],
    });
    expect(readFileSync(join(folder, 'WebResources/abc_/code.js'), 'utf8')).toBe('var b;');
    expect(existsSync(join(folder, removed, '..'))).toBe(false);
    expect(changesText('src', changes)).toBe(
      [
        `  added    ${added}`,
        '  changed  WebResources/abc_/code.js',
        '  removed  Other/EntityMaps.xml',
        `  removed  ${removed}`,
        'src: 1 added, 1 changed, 2 removed.',
        'WebResources is built from webresources/: make the change there too, or `npm run build` undoes it.',
        'Next: look at the difference, then `npm run schema`, `npm run reference`, `npm run check` and `npm run pack`.',
      ].join('\n'),
    );
  });

  it('replaces a solution of another name only when it is told to', () => {
    unpackInto(folder, zipOf(), same);
    expect(() => unpackInto(folder, otherName, same)).toThrow(
      'The zip holds the solution Other, and the folder Small.',
    );
    expect(texts(readFolder(folder))).toEqual(texts(small()));
    expect(unpackInto(folder, otherName, { ...same, anyName: true }).changed).toEqual(['Other/Solution.xml']);
  });

  it('leaves one alone that holds something else', () => {
    mkdirSync(folder);
    writeFileSync(join(folder, 'letter.txt'), 'Dear all');
    expect(() => unpackInto(folder, zipOf(), { ...same, anyName: true })).toThrow(
      'The folder holds other files than a solution.',
    );
    expect(texts(readFolder(folder))).toEqual({ 'letter.txt': 'Dear all' });
  });
});
