import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SoakFigures } from '../../scripts/soak/report/figures.js';
import { until } from '../../scripts/system/until.js';
import { program } from './program.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'soak-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

/** As long as a busy machine may need; a quiet one needs a tenth of it. */
const patience = 120_000;

describe('npm run soak', () => {
  it(
    'loses and doubles nothing in a small wave, and tells what it did',
    async () => {
      const json = join(folder, 'figures.json');
      const size = ['--minutes=0.01', '--services=2', '--invitations=30', '--kills=4'];
      const soak = program('scripts/soak.ts', ['--seed=6', ...size, `--json=${json}`]);
      expect({ code: await soak.exited, output: soak.output() }).toEqual({
        code: 0,
        output: expect.stringContaining('Nothing was lost, doubled or redeemed too often.'),
      });
      const figures = JSON.parse(readFileSync(json, 'utf8')) as SoakFigures;
      expect(figures).toMatchObject({ waves: 1, lost: 0, doubled: 0, unexpected: 0, violations: [] });
      // Both services once more at the end.
      expect(figures.fates.kill).toBeGreaterThanOrEqual(6);
      expect(figures.requested).toBeGreaterThan(15);
      expect(figures.mails).toBe(figures.requested + figures.recovered);
      expect(figures.redemptions).toBeGreaterThan(0);
      expect(figures.firstWork?.kills).toBeGreaterThan(0);
    },
    patience,
  );

  it(
    'ends on Ctrl-C in the middle of a wave and leaves nothing running',
    async () => {
      const soak = program('scripts/soak.ts', ['--minutes=5', '--seed=6', '--invitations=20', '--keep']);
      const [, kept] = await soak.says(/Rows and logs in (\S+)/);
      const logs = join(String(kept), 'logs');
      const urls = (name: string): readonly string[] =>
        existsSync(join(logs, name))
          ? (readFileSync(join(logs, name), 'utf8').match(/http:\/\/127\.0\.0\.1:\d+/g) ?? [])
          : [];
      await until('a service is there', async () => urls('service-1.log')[0], patience);
      soak.child.kill('SIGINT');
      expect({ code: await soak.exited, output: soak.output() }).toEqual({
        code: 1,
        output: expect.stringContaining('Interrupted'),
      });
      const everybody = new Set(['sandbox.log', 'service-1.log', 'service-2.log'].flatMap(urls));
      expect(everybody.size).toBeGreaterThan(1);
      for (const url of everybody) await expect(fetch(url)).rejects.toThrow();
      rmSync(String(kept), { recursive: true });
    },
    patience,
  );
});
