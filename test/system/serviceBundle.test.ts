import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSample } from '../../sandbox/seed/loadSample.js';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { bundleService } from '../../scripts/build/bundleService.js';
import { freePorts } from '../../scripts/system/freePorts.js';
import { sandboxCredentials, tokens } from '../../scripts/system/startSystem.js';
import { until } from '../../scripts/system/until.js';
import { webApi } from '../../scripts/system/webApi.js';

let folder: string;
let sandbox: Sandbox;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'service-'));
  sandbox = await startSandbox({ developmentTokens: true });
  await loadSample({
    url: sandbox.url,
    tokens,
    variables: { siteUrl: 'https://site.example' },
    now: new Date(),
  });
}, 60_000);

afterAll(async () => {
  await sandbox.close();
  rmSync(folder, { recursive: true });
});

describe('the service in one file', () => {
  it('does its work where there is nothing but Node, and stops when asked to', async () => {
    await bundleService('plugins/host/main.ts', join(folder, 'main.js'));
    expect(readdirSync(folder).sort()).toEqual(['main.js', 'main.js.LEGAL.txt', 'main.js.map']);
    const rows = webApi(sandbox.url, tokens.admin);
    const waiting = (): Promise<readonly unknown[]> =>
      rows.rows('inv_invitations?$select=inv_name&$filter=statuscode eq 724300001');
    expect(await waiting()).toHaveLength(2);
    const [port = 0] = await freePorts(1);
    const service = spawn(process.execPath, ['main.js'], {
      cwd: folder,
      env: {
        ...sandboxCredentials,
        DATAVERSE_URL: sandbox.url,
        DATAVERSE_AUTHORITY: sandbox.url,
        INVITATIONS_PORT: String(port),
      },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    const exited = new Promise((resolve) => service.once('exit', resolve));
    try {
      const ready = `http://127.0.0.1:${port}/readyz`;
      await until('the service to be ready', async () =>
        fetch(ready).then(
          ({ ok }) => ok || undefined,
          () => undefined,
        ),
      );
      await until('the invitations that wait to be sent', async () =>
        (await waiting()).length === 0 ? true : undefined,
      );
    } finally {
      service.kill('SIGTERM');
    }
    expect(await exited).toBe(0);
  }, 60_000);
});
