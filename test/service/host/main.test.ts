import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { afterEach, describe, expect, it } from '@jest/globals';
import { startScriptedServer } from '../door/scriptedServer.js';

const clean: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of clean.splice(0)) await step();
});

type Line = Record<string, unknown>;

/** `npm run service` as a process of its own. */
function runService(environment: Record<string, string>) {
  const child = spawn(process.execPath, ['--import', './ts-node-register.mjs', 'plugins/host/main.ts'], {
    env: { PATH: process.env.PATH, INVITATIONS_PORT: '0', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  clean.push(() => child.kill('SIGKILL'));
  const lines: Line[] = [];
  const output = createInterface(child.stdout);
  output.on('line', (line) => lines.push(JSON.parse(line) as Line));
  const ended = once(child, 'close').then(([code]) => code as number);
  return {
    lines,
    ended,
    kill: (signal: NodeJS.Signals) => child.kill(signal),
    /** Waits for a line with such a message. */
    async logged(message: RegExp): Promise<void> {
      while (!lines.some((line) => message.test(String(line.message)))) {
        await Promise.race([once(output, 'line'), ended.then(() => Promise.reject(new Error('it ended')))]);
      }
    },
  };
}

const credentials = {
  AZURE_TENANT_ID: 't',
  AZURE_CLIENT_ID: '5e7f1c3a-0000-4000-8000-00000000c11d',
  AZURE_CLIENT_SECRET: 'hunter2',
};

describe('the service as a process', () => {
  it('ends with 78 and one sentence when its configuration is wrong', async () => {
    const service = runService({ AZURE_CLIENT_SECRET: 'hunter2' });
    expect(await service.ended).toBe(78);
    expect(service.lines).toHaveLength(1);
    expect(service.lines[0]).toMatchObject({
      level: 'fatal',
      errorCode: 'INV_CONFIG_INVALID',
      message: expect.stringContaining('DATAVERSE_URL is missing'),
    });
    expect(JSON.stringify(service.lines)).not.toContain('hunter2');
  });

  it('ends with 0 when it is asked to stop', async () => {
    const service = runService({
      ...credentials,
      DATAVERSE_URL: 'http://127.0.0.1:9',
      DATAVERSE_AUTHORITY: 'http://127.0.0.1:9',
    });
    await service.logged(/does not answer/);
    service.kill('SIGTERM');
    expect(await service.ended).toBe(0);
    expect(service.lines.at(-1)?.message).toBe('stopped');
  });

  it('ends at once with 1 when it is asked a second time while it finishes its work', async () => {
    const dataverse = await startScriptedServer(
      { status: 200, body: { token_type: 'Bearer', expires_in: 3600, access_token: 't' } },
      'silence',
    );
    clean.push(() => dataverse.close());
    const service = runService({
      ...credentials,
      DATAVERSE_URL: dataverse.url,
      DATAVERSE_AUTHORITY: dataverse.url,
    });
    while (dataverse.left() > 0) await new Promise((resolve) => setTimeout(resolve, 5));
    service.kill('SIGINT');
    await service.logged(/^stopping/);
    service.kill('SIGINT');
    expect(await service.ended).toBe(1);
  });
});
