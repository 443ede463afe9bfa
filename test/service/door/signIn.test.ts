import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import type { Credentials } from '../../../plugins/dataverse/identity/credentials.js';
import { federatedTokenFile } from '../../../plugins/dataverse/identity/federatedTokenFile.js';
import { signIn } from '../../../plugins/dataverse/identity/signIn.js';
import { selfSignedCertificate } from '../../sandbox/client/selfSignedCertificate.js';
import { type Reply, type ScriptedServer, startScriptedServer } from './scriptedServer.js';

const resource = 'https://contoso.crm.dynamics.com';
const application = { tenantId: 'contoso', clientId: '5e7f1c3a-0000-4000-8000-00000000c11d' };
const secret: Credentials = { kind: 'secret', ...application, secret: 'hunter2-hunter2' };
const token = (name: string): Reply => ({
  status: 200,
  body: { token_type: 'Bearer', expires_in: 3600, access_token: name },
});

const clean: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of clean.splice(0)) await step();
});

async function identityProvider(...script: Reply[]): Promise<ScriptedServer> {
  const server = await startScriptedServer(...script);
  clean.push(() => server.close());
  return server;
}

/** A PEM file of the given parts. */
function pemFile(...parts: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), 'sign-in-'));
  clean.push(() => {
    rmSync(folder, { recursive: true });
  });
  const path = join(folder, 'service.pem');
  writeFileSync(path, parts.join('\n'));
  return path;
}

describe('signing in', () => {
  it('by a secret asks for a token for the environment alone, once', async () => {
    const server = await identityProvider(token('t1'));
    const source = signIn(secret, { resource: `${resource}/`, authority: server.url });
    expect(await Promise.all([source.token(), source.token(), source.token()])).toEqual(['t1', 't1', 't1']);
    expect(await source.token()).toBe('t1');
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      method: 'POST',
      path: expect.stringMatching(/^\/contoso\/oauth2\/v2.0\/token\?/),
    });
    expect(Object.fromEntries(new URLSearchParams(server.received[0]?.body))).toMatchObject({
      grant_type: 'client_credentials',
      client_id: application.clientId,
      client_secret: 'hunter2-hunter2',
      scope: `${resource}/.default`,
    });
  });

  it('gets another token when it is told that the last is not accepted', async () => {
    const server = await identityProvider(token('t1'), token('t2'));
    const source = signIn(secret, { resource, authority: server.url });
    expect(await source.token()).toBe('t1');
    expect(await Promise.all([source.token(true), source.token(true)])).toEqual(['t2', 't2']);
    expect(await source.token()).toBe('t2');
    expect(server.left()).toBe(0);
  });

  it('by a workload identity shows what the platform says now, for each access token', async () => {
    const server = await identityProvider(token('t1'), token('t2'));
    const path = pemFile('federated-1');
    const credentials: Credentials = {
      kind: 'workloadIdentity',
      ...application,
      federatedToken: federatedTokenFile(path),
    };
    const source = signIn(credentials, { resource, authority: server.url });
    expect(await source.token()).toBe('t1');
    writeFileSync(path, 'federated-2\n');
    expect(await source.token(true)).toBe('t2');
    expect(server.received.map(({ body }) => new URLSearchParams(body).get('client_assertion'))).toEqual([
      'federated-1',
      'federated-2',
    ]);
  });

  it.each([
    {
      what: 'is not there',
      path: () => '/there/is/no/such/token',
      says: 'AZURE_FEDERATED_TOKEN_FILE names no file',
    },
    { what: 'is empty', path: () => pemFile(' '), says: 'the file is empty' },
  ])(
    'by a workload identity says so when the token file $what, and not where it is',
    async ({ path, says }) => {
      const federatedToken = federatedTokenFile(path());
      const credentials: Credentials = { kind: 'workloadIdentity', ...application, federatedToken };
      const source = signIn(credentials, { resource, authority: (await identityProvider()).url });
      await expect(source.token()).rejects.toMatchObject({
        code: 'INV_FEDERATED_TOKEN_UNAVAILABLE',
        message: `There is no federated token to sign in with: ${says}. Check what the platform provides (AZURE_FEDERATED_TOKEN_FILE).`,
      });
    },
  );

  it('by a certificate sends a signed assertion and no secret', async () => {
    const { certificate, privateKey } = selfSignedCertificate('service');
    const server = await identityProvider(token('t1'));
    const credentials: Credentials = {
      kind: 'certificate',
      ...application,
      path: pemFile(privateKey, certificate),
    };
    expect(await signIn(credentials, { resource, authority: server.url }).token()).toBe('t1');
    const sent = new URLSearchParams(server.received[0]?.body);
    expect(sent.get('client_assertion')).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+$/);
    expect(sent.get('client_secret')).toBeNull();
  });

  it.each<[string, () => string, string]>([
    ['is not there', () => 'no/such/file.pem', 'there is no such file'],
    [
      'holds no certificate',
      () => pemFile(selfSignedCertificate('a').privateKey),
      'the file holds no certificate',
    ],
    ['holds no key', () => pemFile(selfSignedCertificate('a').certificate), 'the file holds no private key'],
    [
      'holds the key of another',
      () => pemFile(selfSignedCertificate('a').certificate, selfSignedCertificate('b').privateKey),
      'the private key does not belong to the certificate',
    ],
  ])('refuses a certificate file that %s', (_name, path, reason) => {
    const credentials: Credentials = { kind: 'certificate', ...application, path: path() };
    expect(() => signIn(credentials, { resource })).toThrow(
      expect.objectContaining({ code: 'INV_CERTIFICATE_UNREADABLE', details: { reason } }),
    );
  });

  it('as a managed identity asks the platform, and again when the token is not accepted', async () => {
    const expires = String(Math.floor(Date.now() / 1000) + 86_400);
    const platformToken = (name: string): Reply => ({
      status: 200,
      body: { access_token: name, expires_on: expires, resource, token_type: 'Bearer' },
    });
    const server = await identityProvider(platformToken('m1'), platformToken('m2'));
    Object.assign(process.env, { IDENTITY_ENDPOINT: `${server.url}/msi`, IDENTITY_HEADER: 'header' });
    clean.push(() => {
      delete process.env.IDENTITY_ENDPOINT;
      delete process.env.IDENTITY_HEADER;
    });
    const source = signIn({ kind: 'managedIdentity', clientId: application.clientId }, { resource });
    expect([await source.token(), await source.token(), await source.token(true)]).toEqual([
      'm1',
      'm1',
      'm2',
    ]);
    expect(server.received[0]?.path).toContain(`resource=${resource}`);
    expect(server.received[0]?.path).toContain(`client_id=${application.clientId}`);
  });

  it('says what Entra ID said when it refuses: its sentence alone, and the same each time', async () => {
    const refusal = (timestamp: string, trace: string): Reply => ({
      status: 401,
      body: {
        error: 'invalid_client',
        error_description: `AADSTS7000215: Invalid client secret provided. Trace ID: ${trace} Correlation ID: ${trace} Timestamp: ${timestamp}`,
        error_codes: [7000215],
        timestamp,
        trace_id: trace,
        correlation_id: trace,
      },
    });
    const server = await identityProvider(
      refusal('2026-05-10 12:00:00Z', 'a1'),
      refusal('2026-05-10 12:00:30Z', 'b2'),
    );
    const source = signIn(secret, { resource, authority: server.url });
    const failures = [await source.token().catch(String), await source.token().catch(String)];
    expect(failures[0]).toBe(
      'InvitationError: Signing in to Microsoft Entra ID failed: AADSTS7000215: Invalid client secret provided. Check AZURE_TENANT_ID, AZURE_CLIENT_ID and the secret, certificate or federated credential.',
    );
    expect(failures[1]).toBe(failures[0]);
  });

  it('says that nobody answers when nobody does, and works when somebody does again', async () => {
    const server = await identityProvider('reset', token('t1'));
    const source = signIn(secret, { resource, authority: server.url });
    await expect(source.token()).rejects.toMatchObject({ code: 'INV_SIGN_IN_UNREACHABLE' });
    expect(await source.token()).toBe('t1');
  });

  it.each<[string, Reply, string]>([
    [
      'a sentence',
      {
        status: 503,
        body: { error: 'temporarily_unavailable', error_description: 'AADSTS90033: Try again.' },
      },
      'AADSTS90033: Try again',
    ],
    [
      'a word',
      { status: 503, body: { error: 'temporarily_unavailable' } },
      'HTTP 503 temporarily_unavailable',
    ],
    ["a gateway's page", { status: 502, body: '<html>' }, 'HTTP 502 no_json'],
    ['too many requests', { status: 429, body: { error: 'throttled' } }, 'HTTP 429 throttled'],
    ['nothing at all', { status: 500, body: {} }, 'the answer holds no token'],
  ])(
    'takes a fault of the identity provider for passing, and says what it says: %s',
    async (_what, reply, reason) => {
      const server = await identityProvider(reply);
      await expect(signIn(secret, { resource, authority: server.url }).token()).rejects.toMatchObject({
        code: 'INV_SIGN_IN_UNREACHABLE',
        details: { reason },
      });
    },
  );

  it('takes it for passing too while MSAL repeats a fault without asking', async () => {
    const server = await identityProvider({ status: 502, body: '<html>' });
    const source = signIn(secret, { resource, authority: server.url });
    await source.token().catch(() => undefined);
    await expect(source.token()).rejects.toMatchObject({
      code: 'INV_SIGN_IN_UNREACHABLE',
      details: { reason: expect.stringContaining('a moment ago') },
    });
    expect(server.received).toHaveLength(1);
  });
});
