import { request } from 'node:http';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startMailServer, type MailServer } from '../../../sandbox/mail/startMailServer.js';
import {
  startIdentityProvider,
  type IdentityProvider,
} from '../../../sandbox/identity/startIdentityProvider.js';

let provider: IdentityProvider;
let mailbox: MailServer;
beforeAll(async () => {
  [provider, mailbox] = await Promise.all([
    startIdentityProvider({
      port: 0,
      contacts: async () => [{ id: 'a', name: 'Ann Example', email: 'ann@contoso.example' }],
      clients: [
        { id: 'invitations', secret: 'sandbox', redirectUris: ['http://127.0.0.1/signed-in/sandbox'] },
      ],
    }),
    startMailServer({ smtpPort: 0, httpPort: 0 }),
  ]);
});
afterAll(() => Promise.all([provider.close(), mailbox.close()]));

/** Asks under a name of choice, which fetch does not allow. */
function askUnder(host: string, address: string, method = 'GET') {
  return new Promise<{ readonly status: number | undefined; readonly body: string }>((resolve, reject) => {
    request(address, { method, headers: { host, 'content-length': '0' } }, (answer) => {
      let body = '';
      answer.on('data', (chunk) => (body += String(chunk)));
      answer.on('end', () => resolve({ status: answer.statusCode, body }));
    })
      .on('error', reject)
      .end();
  });
}

/** Asks the provider to sign somebody in. */
const authorize = (given: Readonly<Record<string, string>> = {}): string => {
  const query = new URLSearchParams({
    client_id: 'invitations',
    response_type: 'code',
    scope: 'openid email',
    redirect_uri: 'http://127.0.0.1:9/signed-in/sandbox',
    code_challenge: 'x'.repeat(43),
    code_challenge_method: 'S256',
    ...given,
  });
  return `${provider.url}/auth?${query.toString()}`;
};

describe('a page of somebody else whose name was made to lead to this machine (DNS rebinding)', () => {
  it.each(['rebound.evil.example', '127.0.0.1.evil.example:5804', 'localhost.evil.example', 'evil.com:5804'])(
    'as %s learns nothing and signs nobody in',
    async (host) => {
      const paths = ['/auth', '/token', '/me', '/jwks', '/.well-known/openid-configuration', '/sign-in/x'];
      for (const path of paths) {
        for (const method of ['GET', 'POST']) {
          const { status, body } = await askUnder(host, provider.url + path, method);
          expect([path, method, status]).toEqual([path, method, 421]);
          expect(body).not.toContain('Ann');
        }
      }
      expect((await askUnder(host, authorize())).status).toBe(421);
      expect((await askUnder(host, `${mailbox.url}/api/messages`)).status).toBe(421);
      expect((await askUnder(host, `${mailbox.url}/api/messages`, 'DELETE')).status).toBe(421);
    },
  );

  it('but by a name of this machine they answer', async () => {
    for (const host of ['localhost:5804', '127.0.0.1', '[::1]:5804', 'identity']) {
      expect((await askUnder(host, `${provider.url}/jwks`)).status).toBe(200);
      expect((await askUnder(host, `${mailbox.url}/`)).status).toBe(200);
    }
  });
});

it('The provider listens for this machine alone', async () => {
  const { port } = new URL(provider.url);
  const others = Object.values(networkInterfaces())
    .flatMap((all) => all ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4');
  for (const { address } of others) {
    await expect(fetch(`http://${address}:${port}/jwks`)).rejects.toThrow();
  }
  expect(new URL(provider.url).hostname).toBe('127.0.0.1');
});

describe('the provider sends people back to its client and nowhere else', () => {
  it.each([
    'https://evil.example/signed-in/sandbox',
    'http://127.0.0.1.evil.example/signed-in/sandbox',
    'http://127.0.0.1@evil.example/signed-in/sandbox',
    'http://127.0.0.1:9/signed-in/other',
    'http://127.0.0.1:9/signed-in/sandbox/../other',
    'http://127.0.0.1:9/signed-in/sandbox?more=1',
    'http://127.0.0.1:9/signed-in/sandbox#more',
    'http://localhost:9/signed-in/sandbox',
    'javascript:alert(1)',
  ])('not to %s', async (redirectUri) => {
    const answer = await fetch(authorize({ redirect_uri: redirectUri }), { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([400, null]);
    const text = await answer.text();
    expect(text).not.toContain('javascript:alert(1)');
  });

  it.each<[string, Readonly<Record<string, string>>]>([
    ['without PKCE', { code_challenge: '', code_challenge_method: '' }],
    ['with a plain PKCE', { code_challenge_method: 'plain' }],
    ['with a token in the address', { response_type: 'id_token token' }],
    ['as a form that sends itself', { response_mode: 'web_message' }],
  ])('no code %s', async (_what, given) => {
    const answer = await fetch(authorize(given), { redirect: 'manual' });
    const location = answer.headers.get('location') ?? '';
    expect(location).not.toMatch(/[?&#](code|id_token|access_token)=/);
    expect(location).not.toContain('/sign-in/');
  });
});
