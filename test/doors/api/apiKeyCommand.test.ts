import { describe, expect, it } from '@jest/globals';
import { readApi } from '../../../plugins/doors/config/readApi.js';
import { program } from '../../system/program.js';
import { startApi } from './apiServer.js';

/** Starting a command takes a second or two on a busy machine. */
const patience = 30_000;

async function run(
  ...args: readonly string[]
): Promise<{ readonly code: number | null; readonly says: string }> {
  const command = program('scripts/apiKey.ts', args);
  return { code: await command.exited, says: command.output() };
}

describe('npm run api-key', () => {
  it(
    'prints a key, and what the service is configured with so that it takes the key',
    async () => {
      const { code, says } = await run('shop');
      expect(code).toBe(0);
      const [key = ''] = /inv_[\w-]{43}/.exec(says) ?? [];
      const [, value = ''] = /INVITATIONS_API_KEYS=(\S+)/.exec(says) ?? [];
      expect(value).not.toContain(key);
      const { value: config, problems } = readApi({ INVITATIONS_API_KEYS: value });
      expect(problems).toEqual([]);
      const api = await startApi(undefined, { config });
      try {
        const answer = await api.status('code', { authorization: `Bearer ${key}` });
        // Let in: it is only Dataverse that is not connected.
        expect(answer.status).toBe(503);
        expect((await api.status('code')).status).toBe(401);
      } finally {
        await api.close();
      }
    },
    patience,
  );

  it(
    'wants one name that the configuration can hold',
    async () => {
      const [none, wrong] = await Promise.all([run(), run('a,b')]);
      expect([none.code, wrong.code]).toEqual([2, 2]);
      expect(none.says).toContain('Say one name.');
      expect(wrong.says).toContain('The name takes 1 to 64 letters');
    },
    patience,
  );
});
