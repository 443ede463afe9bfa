import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readFolder } from '../../../scripts/pack/readFolder.js';
import { program, type Program } from '../../system/program.js';
import { texts } from './textOf.js';

const source = fileURLToPath(new URL('../../../solution/src', import.meta.url));

/** Build, check and packing take some seconds on a busy machine. */
const patience = 60_000;

/** Without a pac that this machine may have. */
const noPac = { PAC_PATH: '', POWERPLATFORMTOOLS_PACPATH: '', PATH: '' };

let base: string;
beforeAll(() => {
  base = mkdtempSync(join(tmpdir(), 'pack-'));
});
afterAll(() => {
  rmSync(base, { recursive: true });
});

async function ended(command: Program): Promise<{ readonly code: number | null; readonly says: string }> {
  const code = await command.exited;
  return { code, says: command.output() };
}

describe('npm run pack, and npm run unpack after it', () => {
  it(
    'build, check and pack both kinds without pac, and bring the source back',
    async () => {
      const output = join(base, 'dist');
      const packed = await ended(program('scripts/pack.ts', ['--output', output], noPac));
      expect(packed).toMatchObject({ code: 0, says: expect.stringContaining('There is no pac here') });
      expect(packed.says).toMatch(/_managed\.zip: [\d,]+ bytes, \d+ entries\n {2}Entities 7, /);
      expect(packed.says).toContain('Next: `npm run deploy');
      const [zip = '', managed = ''] = readdirSync(output).map((name) => join(output, name));

      const folder = join(base, 'src');
      const [unpacked, refused] = await Promise.all([
        ended(program('scripts/unpack.ts', [zip, '--folder', folder])),
        ended(program('scripts/unpack.ts', [managed, '--folder', join(base, 'none')])),
      ]);
      expect(unpacked).toMatchObject({ code: 0, says: expect.stringContaining('Next: ') });
      expect(texts(readFolder(folder))).toEqual(texts(readFolder(source)));
      expect(refused).toMatchObject({ code: 1, says: expect.stringContaining('This is a managed solution') });
    },
    patience,
  );

  it(
    'say what they need',
    async () => {
      const [pack, missing, notAFile] = await Promise.all([
        ended(program('scripts/pack.ts', ['--own', '--compare'])),
        ended(program('scripts/unpack.ts', [join(base, 'nowhere.zip')])),
        ended(program('scripts/unpack.ts', [base])),
      ]);
      expect(pack).toMatchObject({ code: 2, says: expect.stringContaining('give one of them') });
      expect(missing).toMatchObject({ code: 1, says: expect.stringContaining('There is no file ') });
      expect(notAFile).toMatchObject({ code: 1, says: expect.stringContaining('There is no file ') });
    },
    patience,
  );
});
