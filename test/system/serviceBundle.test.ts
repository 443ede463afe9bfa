import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { loadSample } from '../../sandbox/seed/loadSample.js';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { bundleService } from '../../scripts/build/bundleService.js';
import { freePorts } from '../../scripts/system/freePorts.js';
import { sampleApiKey, sampleDoors } from '../../scripts/system/sampleDoors.js';
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
    const [port = 0, doorsPort = 0] = await freePorts(2);
    const doors = `http://127.0.0.1:${doorsPort}`;
    const service = spawn(process.execPath, ['main.js'], {
      cwd: folder,
      env: {
        ...sandboxCredentials,
        DATAVERSE_URL: sandbox.url,
        DATAVERSE_AUTHORITY: sandbox.url,
        INVITATIONS_PORT: String(port),
        ...sampleDoors(doorsPort, 'http://127.0.0.1:9'),
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
      const page = await fetch(`${doors}/register?invitation=NOBODY-HAS-THIS`, { redirect: 'manual' });
      expect([page.status, page.headers.get('location')]).toEqual([303, '/register']);
      expect(await (await fetch(`${doors}/register`)).text()).toContain('Contoso');
      expect((await fetch(`${doors}/page.css`)).headers.get('content-type')).toContain('text/css');
      const status = await fetch(`${doors}/api/invitations/status`, {
        headers: { authorization: `Bearer ${sampleApiKey}`, 'invitation-code': 'NOBODY-HAS-THIS' },
      });
      expect(await status.json()).toMatchObject({ code: 'INV_CODE_INVALID' });
      const signIn = await fetch(`${doors}/api/openapi.json`);
      expect(await signIn.json()).toMatchObject({ openapi: expect.stringMatching(/^3\.1/) });
    } finally {
      service.kill('SIGTERM');
    }
    expect(await exited).toBe(0);
  }, 60_000);
});
