import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startSandbox } from '../../../sandbox/start.js';
import { call, create } from './webApi.js';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'sandbox-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('startSandbox', () => {
  it('keeps rows in a file from one start to the next', async () => {
    const data = join(folder, 'rows.sqlite');
    const first = await startSandbox({ developmentTokens: true, data });
    const id = await create(first, 'contacts', { lastname: 'Kept' });
    await first.close();
    const second = await startSandbox({ developmentTokens: true, data });
    const found = await call(second, 'GET', `contacts(${id})?$select=lastname`);
    await second.close();
    expect(found).toMatchObject({ status: 200, json: { lastname: 'Kept' } });
  });

  it('starts many at once, each with rows of its own', async () => {
    const sandboxes = await Promise.all([1, 2, 3].map(() => startSandbox({ developmentTokens: true })));
    const [one, ...others] = sandboxes;
    if (one === undefined) throw new Error('none started');
    await create(one, 'contacts', { lastname: 'Mine' });
    const counts = await Promise.all(others.map((other) => call(other, 'GET', 'contacts/$count')));
    await Promise.all(sandboxes.map((sandbox) => sandbox.close()));
    expect(counts.map(({ text }) => text.trim())).toEqual(['0', '0']);
  });

  it.each([
    ['refuse', 412],
    ['ignore', 204],
  ] as const)('can %s a link that exists already', async (duplicateLinks, status) => {
    const sandbox = await startSandbox({ developmentTokens: true, duplicateLinks });
    const role = await create(sandbox, 'inv_webroles', { inv_name: 'Customer' });
    const contact = await create(sandbox, 'contacts', { lastname: 'Linked' });
    const link = () =>
      call(sandbox, 'POST', `contacts(${contact})/inv_webrole_contacts/$ref`, {
        body: { '@odata.id': `${sandbox.url}/api/data/v9.2/inv_webroles(${role})` },
      });
    const statuses = [(await link()).status, (await link()).status];
    await sandbox.close();
    expect(statuses).toEqual([204, status]);
  });

  it('gives the reason in a sentence when it cannot start', async () => {
    const sandbox = await startSandbox();
    const port = Number(new URL(sandbox.url).port);
    const text = join(folder, 'text.sqlite');
    writeFileSync(text, 'no database '.repeat(100));
    await expect(startSandbox({ port })).rejects.toThrow(
      `it cannot listen on port ${port} of 127.0.0.1: another program uses that port`,
    );
    await expect(startSandbox({ data: join(folder, 'no/such/folder.sqlite') })).rejects.toThrow(
      /^the data file .*folder\.sqlite cannot be opened: /,
    );
    await expect(startSandbox({ data: text })).rejects.toThrow(
      /^the data file .*text\.sqlite cannot be opened: /,
    );
    await expect(startSandbox({ solutions: ['no/such/folder'] })).rejects.toThrow(
      'there is no solution folder no/such/folder.',
    );
    await expect(startSandbox({ users: [{ name: 'reader', roles: ['Nobody'] }] })).rejects.toThrow(
      'There is no security role "Nobody"',
    );
    await sandbox.close();
  });
});

describe('npm run sandbox', () => {
  /** Milliseconds a process may take on a busy machine. */
  const patience = 30_000;
  const run = (...args: string[]) => {
    const program = spawn(process.execPath, [
      '--import',
      './ts-node-register.mjs',
      'sandbox/main.ts',
      ...args,
    ]);
    const output = { text: '' };
    for (const stream of [program.stdout, program.stderr])
      stream.on('data', (chunk) => (output.text += String(chunk)));
    return { program, output, ended: once(program, 'close') };
  };

  it(
    'prints where it listens, and ends cleanly on Ctrl-C',
    async () => {
      const { program, output, ended } = run('--port', '0', '--development-tokens', '--admin');
      while (!output.text.includes('Ctrl-C')) await once(program.stdout, 'data');
      const [, url = ''] = /ready: (http:\/\/127\.0\.0\.1:\d+)\/api/.exec(output.text) ?? [];
      expect((await call({ url }, 'GET', 'WhoAmI')).status).toBe(200);
      program.kill('SIGINT');
      expect((await ended)[0]).toBe(0);
    },
    patience,
  );

  it(
    'says in one sentence what is wrong with a flag',
    async () => {
      const { output, ended } = run('--prot', '1');
      expect((await ended)[0]).toBe(2);
      expect(output.text).toMatch(/^Unknown option '--prot'\.\n/);
    },
    patience,
  );
});
