import { expect, it } from '@jest/globals';
import { program } from '../../system/program.js';

it('npm run identity says where it is, and nothing else', async () => {
  const identity = program('sandbox/identity/main.ts', ['--port=0', '--dataverse=http://127.0.0.1:9/']);
  try {
    const [, url = ''] = await identity.says(
      /ready: (\S+) signs in the contacts of http:\/\/127\.0\.0\.1:9\n/,
    );
    const metadata = await (await fetch(`${url}/.well-known/openid-configuration`)).json();
    expect(metadata).toMatchObject({ issuer: url });
    expect(identity.output().trim().split('\n')).toHaveLength(1);
  } finally {
    identity.child.kill();
  }
  expect(await identity.exited).toBe(0);
});

it.each([
  ['--port=70000', '--port must be a number from 0 to 65535'],
  ['--dataverse=nowhere', '--dataverse must be an http or https address'],
])('npm run identity does not start with %s, and says why', async (option, sentence) => {
  const identity = program('sandbox/identity/main.ts', [option]);
  expect(await identity.exited).toBe(1);
  expect(identity.output()).toContain(sentence);
});
