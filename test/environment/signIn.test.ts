import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { signInForScripts } from '../../scripts/environment/signIn/signInForScripts.js';
import { type Reply, type ScriptedServer, startScriptedServer } from '../service/door/scriptedServer.js';

const url = 'https://contoso.crm.dynamics.com';
const application = { AZURE_TENANT_ID: 'contoso', AZURE_CLIENT_ID: '5e7f1c3a-0000-4000-8000-00000000c11d' };
const accessToken: Reply = {
  status: 200,
  body: { token_type: 'Bearer', expires_in: 3600, access_token: 'access' },
};

const clean: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of clean.splice(0)) await step();
});

async function server(...script: Reply[]): Promise<ScriptedServer> {
  const started = await startScriptedServer(...script);
  clean.push(() => started.close());
  return started;
}

/** What the identity provider was sent. */
const form = (provider: ScriptedServer) =>
  Object.fromEntries(new URLSearchParams(provider.received[0]?.body ?? ''));

/** The federated credential that the identity provider was shown. */
async function assertionOf(variables: NodeJS.ProcessEnv): Promise<string | undefined> {
  const provider = await server(accessToken);
  const given = { ...application, DATAVERSE_AUTHORITY: provider.url, ...variables };
  expect(await signInForScripts(url, given, undefined).token()).toBe('access');
  expect(form(provider)).toMatchObject({
    client_id: application.AZURE_CLIENT_ID,
    scope: `${url}/.default`,
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
  });
  return form(provider).client_assertion;
}

function tokenFile(text: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'federated-'));
  clean.push(() => {
    rmSync(folder, { recursive: true });
  });
  const path = join(folder, 'token');
  writeFileSync(path, text);
  return path;
}

describe('a script signs in', () => {
  it('by a token that is there already, before anything else', async () => {
    const given = { ...application, AZURE_CLIENT_SECRET: 's', DATAVERSE_TOKEN: ' ready ' };
    expect(await signInForScripts(url, given, undefined).token()).toBe('ready');
  });

  it('by the secret of the service', async () => {
    const provider = await server(accessToken);
    const given = { ...application, AZURE_CLIENT_SECRET: 'hunter2', DATAVERSE_AUTHORITY: provider.url };
    expect(await signInForScripts(url, given, undefined).token()).toBe('access');
    expect(form(provider)).toMatchObject({ client_secret: 'hunter2' });
  });

  it('by the token file of the platform', async () => {
    expect(await assertionOf({ AZURE_FEDERATED_TOKEN_FILE: tokenFile('federated\n') })).toBe('federated');
  });

  it('by the identity of a GitHub job', async () => {
    const gitHub = await server({ status: 200, body: { value: 'from-github' } });
    const assertion = await assertionOf({
      ACTIONS_ID_TOKEN_REQUEST_URL: `${gitHub.url}/token?api-version=2.0`,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'job',
    });
    expect(assertion).toBe('from-github');
    expect(gitHub.received).toEqual([
      expect.objectContaining({
        method: 'GET',
        path: '/token?api-version=2.0&audience=api://AzureADTokenExchange',
        headers: expect.objectContaining({ authorization: 'Bearer job' }),
      }),
    ]);
  });

  it('by the service connection of an Azure Pipelines job', async () => {
    const devOps = await server({ status: 200, body: { oidcToken: 'from-devops' } });
    const assertion = await assertionOf({
      SYSTEM_OIDCREQUESTURI: `${devOps.url}/oidctoken`,
      SYSTEM_ACCESSTOKEN: 'job',
      AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: 'c0ffee',
    });
    expect(assertion).toBe('from-devops');
    expect(devOps.received).toEqual([
      expect.objectContaining({
        method: 'POST',
        path: '/oidctoken?api-version=7.1&serviceConnectionId=c0ffee',
        headers: expect.objectContaining({ authorization: 'Bearer job' }),
      }),
    ]);
  });

  it('as a person, who is asked once and told where', async () => {
    const part = (claims: object) => Buffer.from(JSON.stringify(claims)).toString('base64url');
    const person = { tid: 'contoso', oid: 'me', sub: 'me', preferred_username: 'ada' };
    const provider = await server(
      {
        status: 200,
        body: {
          device_code: 'device',
          user_code: 'ABCD',
          verification_uri: 'https://login.example',
          expires_in: 900,
          interval: 0,
          message: 'Open https://login.example and enter ABCD.',
        },
      },
      {
        status: 200,
        body: {
          token_type: 'Bearer',
          expires_in: 3600,
          access_token: 'access',
          refresh_token: 'refresh',
          id_token: `${part({ alg: 'none' })}.${part(person)}.x`,
          client_info: part({ uid: 'me', utid: 'contoso' }),
        },
      },
    );
    const shown: string[] = [];
    const tokens = signInForScripts(url, { DATAVERSE_AUTHORITY: provider.url }, (message) =>
      shown.push(message),
    );
    expect(await Promise.all([tokens.token(), tokens.token()])).toEqual(['access', 'access']);
    expect(await tokens.token()).toBe('access');
    expect(shown).toEqual(['Open https://login.example and enter ABCD.']);
    expect(provider.received).toHaveLength(2);
    expect(form(provider)).toMatchObject({
      client_id: '51f81489-12ee-4a9e-aaae-a2591f45987d',
      scope: expect.stringContaining(`${url}/user_impersonation`),
    });
  });

  it('by the application that the service connection itself names', async () => {
    const devOps = await server({ status: 200, body: { oidcToken: 'from-devops' } });
    const assertion = await assertionOf({
      AZURE_TENANT_ID: '',
      AZURE_CLIENT_ID: '',
      AZURESUBSCRIPTION_TENANT_ID: application.AZURE_TENANT_ID,
      AZURESUBSCRIPTION_CLIENT_ID: application.AZURE_CLIENT_ID,
      SYSTEM_OIDCREQUESTURI: devOps.url,
      SYSTEM_ACCESSTOKEN: 'job',
      AZURESUBSCRIPTION_SERVICE_CONNECTION_ID: 'c0ffee',
    });
    expect(assertion).toBe('from-devops');
  });

  it.each([
    {
      why: 'the pipeline refuses a token',
      reply: { status: 403 } as Reply,
      says: 'GitHub Actions answered 403 to the request for one',
    },
    {
      why: 'the answer holds none',
      reply: { status: 200, body: {} } as Reply,
      says: 'an answer without one',
    },
    { why: 'nobody answers', reply: 'reset' as Reply, says: 'GitHub Actions does not answer' },
  ])('and is told when $why', async ({ reply, says }) => {
    const gitHub = await server(reply);
    const given = {
      ...application,
      ACTIONS_ID_TOKEN_REQUEST_URL: gitHub.url,
      ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'job-secret',
    };
    const token = signInForScripts(url, given, undefined).token();
    await expect(token).rejects.toThrow(says);
    await expect(token).rejects.toMatchObject({ code: 'INV_FEDERATED_TOKEN_UNAVAILABLE' });
    await expect(token).rejects.not.toThrow('job-secret');
  });

  it.each([
    { why: 'nothing is set', given: {}, says: 'Nothing says how to sign in. Set AZURE_TENANT_ID' },
    {
      why: 'the tenant is missing',
      given: { AZURE_CLIENT_ID: application.AZURE_CLIENT_ID, AZURE_CLIENT_SECRET: 'hunter2' },
      says: 'The sign-in is incomplete: AZURE_TENANT_ID is missing.',
    },
    {
      why: 'two ways are set',
      given: { ...application, AZURE_CLIENT_SECRET: 'hunter2', AZURE_FEDERATED_TOKEN_FILE: 'f' },
      says: 'AZURE_CLIENT_SECRET and AZURE_FEDERATED_TOKEN_FILE are set, only one may be',
    },
    {
      why: 'the authority is not https',
      given: { DATAVERSE_AUTHORITY: 'http://login.example', DATAVERSE_TOKEN: 't' },
      says: 'DATAVERSE_AUTHORITY must begin with https://',
    },
  ])('and is told at once when $why', ({ given, says }) => {
    expect(() => signInForScripts(url, given, undefined)).toThrow(says);
    expect(() => signInForScripts(url, given, undefined)).not.toThrow('hunter2');
  });
});
