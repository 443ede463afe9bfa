import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { program } from '../../../system/program.js';
import { openEmpty, type Opened } from './environments.js';

let opened: Opened;
beforeAll(async () => {
  opened = await openEmpty();
});
afterAll(() => opened.sandbox.close());

async function run(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly said: string }> {
  const running = program('scripts/provision.ts', args, { DATAVERSE_TOKEN: 'dev-admin' });
  return { code: await running.exited, said: running.output() };
}

const tables = async (): Promise<number> =>
  (await opened.environment.all(`EntityDefinitions?$select=LogicalName&$filter=LogicalName eq 'inv_webrole'`))
    .length;

describe('npm run provision', () => {
  it('asks for the environment when none is named', async () => {
    const { code, said } = await run();
    expect({ code, said }).toEqual({ code: 1, said: expect.stringContaining('--environment URL') });
  });

  it('prints what it would send, and sends nothing', async () => {
    const { code, said } = await run('--environment', opened.sandbox.url, '--dry-run');
    expect(code).toBe(0);
    expect(said).toContain(`POST EntityDefinitions(LogicalName='inv_webrole')/Keys`);
    expect(said).toMatch(/# \d+ requests; none was sent\./);
    expect(await tables()).toBe(0);
  });

  it('says each step, what it did and what comes next', async () => {
    const first = await run('--environment', opened.sandbox.url);
    expect(first.code).toBe(0);
    expect(first.said).toMatch(/^ 1\/\d\d {2}Create publisher ContactInvitations$/m);
    expect(first.said).toMatch(/^Done: \d+ requests/m);
    expect(first.said).toContain('--unmanaged');
    expect(await tables()).toBe(1);
  });

  it('tells in one sentence why an environment cannot be reached', async () => {
    const { code, said } = await run('--environment', 'http://127.0.0.1:1');
    expect(code).toBe(1);
    expect(said.trim().split('\n')).toHaveLength(1);
  });
});
