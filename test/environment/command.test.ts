import { spawn } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { runCommand } from '../../scripts/command/runCommand.js';
import { usage } from '../../scripts/environment/check/commandLine.js';
import { runCheck } from '../../scripts/environment/check/runCheck.js';
import { serviceClientId } from '../../sandbox/dataverse/install/wellKnown.js';
import { type ReadyEnvironment, startReadyEnvironment } from './readyEnvironment.js';

let ready: ReadyEnvironment;
beforeAll(async () => {
  ready = await startReadyEnvironment();
}, 30_000);
afterAll(() => ready.close());

const admin = { DATAVERSE_TOKEN: 'dev-admin' };
const newcomer = '2b0ff1ce-0000-4000-8000-0000000000cc';

/** The command in this process: its exit code and what it said. */
async function run(args: readonly string[], variables: NodeJS.ProcessEnv) {
  const printed: string[] = [];
  const told: string[] = [];
  const code = await runCommand({ usage, run: runCheck }, args, {
    variables,
    print: (text) => printed.push(text),
    tell: (text) => told.push(text),
    isWatched: false,
  });
  return { code, printed: printed.join('\n'), told: told.join('\n') };
}

it('ends with 0 and a table when all is well', async () => {
  const { code, printed, told } = await run(['--environment', ready.sandbox.url], admin);
  expect(code).toBe(0);
  expect(printed).toMatch(/^solution +ok +ContactInvitations /);
  expect(printed).toMatch(
    /\n\n14 checks: 14 ok\. The environment is ready\. Next: start the service, npm run service$/,
  );
  expect(told).toBe(`Checking ${ready.sandbox.url}`);
});

it('makes the application user first when it is told to, and again makes nothing', async () => {
  const args = ['--environment', ready.sandbox.url, '--create-application-user', newcomer];
  expect(await run(args, admin)).toMatchObject({
    code: 0,
    printed: expect.stringContaining(newcomer),
    told: expect.stringContaining('Made for the application user: user, role, profile.'),
  });
  expect((await run(args, admin)).told).toContain(
    'The application user is there, with its role and profile.',
  );
});

it('ends with 1 and one sentence when the sign-in is refused', async () => {
  const variables = {
    AZURE_TENANT_ID: ready.sandbox.tenantId,
    AZURE_CLIENT_ID: serviceClientId,
    AZURE_CLIENT_SECRET: 'not-the-secret',
    DATAVERSE_AUTHORITY: ready.sandbox.url,
  };
  const { code, printed, told } = await run(['--environment', ready.sandbox.url], variables);
  expect({ code, printed }).toEqual({ code: 1, printed: '' });
  expect(told).toMatch(/^Checking .*\nSigning in to Microsoft Entra ID failed: .*\.$/);
  expect(told).not.toContain('not-the-secret');
});

it('signs in with the credentials of the service', async () => {
  const variables = {
    AZURE_TENANT_ID: ready.sandbox.tenantId,
    AZURE_CLIENT_ID: serviceClientId,
    AZURE_CLIENT_SECRET: 'sandbox-secret',
    DATAVERSE_AUTHORITY: ready.sandbox.url,
    DATAVERSE_URL: ready.sandbox.url,
  };
  expect(await run([], variables)).toMatchObject({
    code: 0,
    printed: expect.stringContaining('Nothing that could be seen keeps the product from working'),
  });
});

it.each([
  { args: ['--help'], code: 0 as const },
  { args: ['--enviroment', 'x'], code: 2 as const },
  { args: ['--environment', 'http://contoso.crm.dynamics.com'], code: 2 as const },
])('$args ends with $code', async ({ args, code }) => {
  expect((await run(args, admin)).code).toBe(code);
});

it('as a process ends with 1 and the findings as JSON alone on its output', async () => {
  const stranger = '11111111-0000-4000-8000-00000000000a';
  const args = ['--environment', ready.sandbox.url, '--application-user', stranger, '--json'];
  const child = spawn(
    process.execPath,
    ['--import', './ts-node-register.mjs', 'scripts/checkEnvironment.ts', ...args],
    { env: { PATH: process.env.PATH ?? '', ...admin }, stdio: ['ignore', 'pipe', 'ignore'] },
  );
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (output += chunk));
  expect(await new Promise((resolve) => child.once('close', resolve))).toBe(1);
  expect(JSON.parse(output)).toContainEqual(
    expect.objectContaining({ name: 'application user', state: 'failed', mend: expect.any(String) }),
  );
}, 60_000);
