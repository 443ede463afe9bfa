import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { Pac, PackRequest } from '../../../scripts/pac/pac.js';
import { packBoth } from '../../../scripts/pack/packBoth.js';
import { packSolution } from '../../../scripts/pack/packSolution.js';
import { readZip } from '../../../scripts/pack/zip/readZip.js';
import { writeZip } from '../../../scripts/pack/zip/writeZip.js';
import { zipText } from '../../../scripts/pack/zipText.js';
import { small } from './smallSolution.js';
import { texts } from './textOf.js';

let folder: string;
let output: string;

beforeEach(() => {
  const base = mkdtempSync(join(tmpdir(), 'pack-'));
  [folder, output] = [join(base, 'src'), join(base, 'dist')];
  for (const [path, bytes] of small()) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), bytes);
  }
});
afterEach(() => {
  rmSync(dirname(folder), { recursive: true });
});

/** A pac that packs as it should, and then edits an entry. */
function pacThat(edit: (name: string, text: string) => string, asked: PackRequest[] = []): Pac {
  const none = (): Promise<void> => Promise.reject(new Error('Nobody asks for this.'));
  return {
    name: 'pac',
    pack: (request) => {
      asked.push(request);
      const entries = Object.entries(texts(readZip(packSolution(small(), request.kind).zip))).reverse();
      const edited = entries.map(
        ([name, text]) => [name, new TextEncoder().encode(edit(name, text))] as const,
      );
      writeFileSync(request.zipFile, writeZip(new Map(edited)));
      return Promise.resolve();
    },
    unpack: none,
    importSolution: none,
    publish: none,
  };
}

describe('packing both kinds', () => {
  it('says so when a pac ends well and leaves no zip', async () => {
    const idle: Pac = { ...pacThat((_, text) => text), pack: () => Promise.resolve() };
    await expect(packBoth({ folder, output, pac: idle })).rejects.toThrow(
      /pac says that it packed, but there is no .*Small/,
    );
  });

  it('writes the zips of our own packer where there is no pac', async () => {
    const zips = await packBoth({ folder, output });
    expect(zips.map(({ path }) => path)).toEqual([
      join(output, 'Small_1_2_3_4.zip'),
      join(output, 'Small_1_2_3_4_managed.zip'),
    ]);
    expect(readFileSync(join(output, 'Small_1_2_3_4.zip'))).toEqual(
      Buffer.from(packSolution(small(), 'unmanaged').zip),
    );
  });

  it('tells the path, size, entries and sections of a zip', async () => {
    const [zip] = await packBoth({ folder, output });
    expect(zip && zipText({ ...zip, path: 'dist/Small.zip', size: 1234 })).toBe(
      [
        'dist/Small.zip: 1,234 bytes, 5 entries',
        '  Entities 1, Roles 1, FieldSecurityProfiles 1, Templates 1, EntityMaps 1, EntityRelationships 2, optionsets 1, Dashboards 1, WebResources 1, AppModuleSiteMaps 1, AppModules 1, Languages 1',
      ].join('\n'),
    );
  });

  it('lets pac pack where there is one', async () => {
    const asked: PackRequest[] = [];
    const [zip] = await packBoth({ folder, output, pac: pacThat((_name, text) => text, asked) });
    expect(asked).toEqual([
      { folder, zipFile: join(output, 'Small_1_2_3_4.zip'), kind: 'unmanaged' },
      { folder, zipFile: join(output, 'Small_1_2_3_4_managed.zip'), kind: 'managed' },
    ]);
    expect(zip?.differences).toBeUndefined();
  });

  it('stops before pac loses something', async () => {
    const asked: PackRequest[] = [];
    writeFileSync(join(folder, 'notes.txt'), '');
    await expect(packBoth({ folder, output, pac: pacThat((_name, text) => text, asked) })).rejects.toThrow(
      'notes.txt: It is no part of the solution',
    );
    expect(asked).toEqual([]);
  });
});

describe('comparing pac with our own packer', () => {
  const compared = async (
    edit: (name: string, text: string) => string,
  ): Promise<readonly string[] | undefined> =>
    (await packBoth({ folder, output, pac: pacThat(edit), compare: true }))[0]?.differences;

  it('minds neither layout, nor the order of attributes and of files', async () => {
    const differences = await compared((name, text) =>
      name === 'customizations.xml'
        ? `\uFEFF${text.replace(/>\n *</g, '><').replace(/(<forms type="main">.*?<\/forms>)(<forms.*?<\/forms>)/, '$2$1')}`
        : text.replace(/(ContentType="[^"]*") (Extension="[^"]*")/, '$2 $1'),
    );
    expect(differences).toEqual([]);
  });

  it('tells of other XML, with the line', async () => {
    const differences = await compared((_name, text) =>
      text.replace('<EntitySource>contact', '<EntitySource>account'),
    );
    expect(differences).toEqual([
      'customizations.xml differs: “<EntitySource>account</EntitySource>” and “<EntitySource>contact</EntitySource>”.',
    ]);
  });

  it('tells of other bytes beside the manifests', async () => {
    expect(await compared((_name, text) => text.replace('var a', 'var  a'))).toEqual([
      'WebResources/abc_codejs1 has other bytes.',
    ]);
  });
});
