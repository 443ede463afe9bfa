import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const run = promisify(execFile);

async function digests(timeZone: string): Promise<string> {
  const args = ['--import', './ts-node-register.mjs', 'test/solution/pack/printDigests.ts'];
  const env = { ...process.env, NODE_OPTIONS: '', TZ: timeZone };
  return (await run(process.execPath, args, { env })).stdout;
}

describe('a packed solution', () => {
  it('has the same bytes on either side of the date line', async () => {
    const [west, east] = await Promise.all([digests('Pacific/Honolulu'), digests('Pacific/Auckland')]);
    expect(west).toMatch(/^[0-9a-f]{64}\n[0-9a-f]{64}\n$/);
    expect(east).toBe(west);
  }, 30_000);
});
