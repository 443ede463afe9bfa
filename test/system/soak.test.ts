import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { SoakFigures } from '../../scripts/soak/report/figures.js';
import { program } from './program.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'soak-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('npm run soak', () => {
  it('loses and doubles nothing in a wave with one service, nor with two', async () => {
    const sizes = [
      { services: 1, invitations: 20, kills: 3 },
      { services: 2, invitations: 40, kills: 7 },
    ];
    await Promise.all(sizes.map(soakWell));
  }, 120_000);

  it('ends on Ctrl-C and leaves nothing running', async () => {
    const soak = program('scripts/soak.ts', ['--minutes=5', '--seed=6', '--invitations=20', '--keep']);
    const [, kept] = await soak.says(/Rows and logs in (\S+)/);
    soak.child.kill('SIGINT');
    expect({ code: await soak.exited, output: soak.output() }).toEqual({
      code: 1,
      output: expect.stringContaining('Interrupted'),
    });
    const log = readFileSync(join(String(kept), 'logs', 'sandbox.log'), 'utf8');
    const [url] = /http:\/\/127\.0\.0\.1:\d+/.exec(log) ?? [];
    await expect(fetch(String(url))).rejects.toThrow();
    rmSync(String(kept), { recursive: true });
  }, 60_000);
});

/** One wave; it must have done what it speaks of. */
async function soakWell({ services, invitations, kills }: Readonly<Record<string, number>>): Promise<void> {
  const json = join(folder, `${services}.json`);
  const size = [`--services=${services}`, `--invitations=${invitations}`, `--kills=${kills}`];
  const soak = program('scripts/soak.ts', ['--minutes=0.01', '--seed=6', ...size, `--json=${json}`]);
  expect({ code: await soak.exited, output: soak.output() }).toEqual({
    code: 0,
    output: expect.stringContaining('Nothing was lost, doubled or redeemed too often.'),
  });
  const figures = JSON.parse(readFileSync(json, 'utf8')) as SoakFigures;
  expect(figures).toMatchObject({ waves: 1, lost: 0, doubled: 0, unexpected: 0, violations: [] });
  expect(figures.fates.kill).toBeGreaterThan(Number(kills));
  expect(figures.requested).toBeGreaterThan(Number(invitations) / 2);
  expect(figures.mails).toBe(figures.requested + figures.recovered);
  expect(figures.redemptions).toBeGreaterThan(0);
}
