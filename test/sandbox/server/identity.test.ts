import { createSign, constants, sign } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serviceClientId } from '../../../sandbox/dataverse/install/wellKnown.js';
import { startSandbox, type Sandbox } from '../../../sandbox/start.js';
import { selfSignedCertificate } from '../client/selfSignedCertificate.js';
import { call, create } from './webApi.js';

const registered = selfSignedCertificate('registered');
const stranger = selfSignedCertificate('stranger');
const lonelyApplication = '5e7f1c3a-0000-4000-8000-00000000dead';
const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer';

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox({
    developmentTokens: true,
    tokenLifetime: 3600,
    users: [{ name: 'service', roles: ['Basic User'] }],
    applications: [
      { clientId: serviceClientId, secret: 'right', certificates: [registered.certificate] },
      { clientId: lonelyApplication, secret: 'alone' },
    ],
  });
});
afterAll(() => sandbox.close());

const form = {
  grant_type: 'client_credentials',
  client_id: serviceClientId,
  client_secret: 'right',
  scope: 'https://contoso.crm.dynamics.com/.default',
};

function askForToken(fields: Record<string, string | undefined>) {
  const entries = Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return call(sandbox, 'POST', '/contoso/oauth2/v2.0/token', {
    as: null,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams(entries).toString(),
  });
}

async function token(fields: Record<string, string> = form): Promise<string> {
  return String((await askForToken(fields)).json['access_token']);
}

interface AssertionOptions {
  readonly signer?: typeof registered;
  readonly named?: typeof registered;
  readonly audience?: string;
  readonly subject?: string;
  readonly expires?: number;
  readonly algorithm?: 'PS256' | 'RS256';
}

/** A client assertion as MSAL writes it, or one with something wrong. */
function assertion(options: AssertionOptions = {}): string {
  const { signer = registered, named = signer, subject = serviceClientId, algorithm = 'PS256' } = options;
  const seconds = Math.floor(Date.now() / 1000);
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const thumbprint = Buffer.from(named.thumbprintSha256, 'hex').toString('base64url');
  const content = [
    encode({ alg: algorithm, typ: 'JWT', 'x5t#S256': thumbprint }),
    encode({
      aud: options.audience ?? 'https://login.example/contoso/oauth2/v2.0/token',
      iss: subject,
      sub: subject,
      jti: '1',
      nbf: seconds - 10,
      exp: options.expires ?? seconds + 600,
    }),
  ].join('.');
  return `${content}.${signature(content, signer.privateKey, algorithm).toString('base64url')}`;
}

function signature(content: string, key: string, algorithm: 'PS256' | 'RS256'): Buffer {
  if (algorithm === 'RS256') return createSign('sha256').update(content).sign(key);
  return sign('sha256', Buffer.from(content), {
    key,
    padding: constants.RSA_PKCS1_PSS_PADDING,
    saltLength: constants.RSA_PSS_SALTLEN_DIGEST,
  });
}

describe('the token endpoint', () => {
  it('issues a bearer token for the right secret, with which the application user calls', async () => {
    const answer = await askForToken(form);
    expect(answer).toMatchObject({
      status: 200,
      json: { token_type: 'Bearer', expires_in: 3600, ext_expires_in: 3600 },
    });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    const who = await call(sandbox, 'GET', 'WhoAmI', { as: String(answer.json['access_token']) });
    const service = await call(sandbox, 'GET', 'WhoAmI', { as: 'dev-service' });
    expect(who).toMatchObject({ status: 200, json: { UserId: service.json['UserId'] } });
  });

  it.each(['PS256', 'RS256'] as const)(
    'takes an assertion signed with a registered certificate, %s',
    async (algorithm) => {
      const answer = await askForToken({
        ...form,
        client_secret: undefined,
        client_assertion_type: assertionType,
        client_assertion: assertion({ algorithm }),
      });
      expect(answer).toMatchObject({ status: 200, json: { token_type: 'Bearer' } });
    },
  );

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client', 7000215],
    ['no credential', { client_secret: undefined }, 401, 'invalid_client', 7000218],
    [
      'an unknown application',
      { client_id: '00000000-0000-0000-0000-000000000001' },
      400,
      'unauthorized_client',
      700016,
    ],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 70003],
    ['no grant', { grant_type: undefined }, 400, 'invalid_request', 900144],
    ['no client', { client_id: undefined }, 400, 'invalid_request', 900144],
    ['a scope that is not /.default', { scope: 'user_impersonation' }, 400, 'invalid_scope', 1002012],
  ])('refuses %s', async (_, change, status, error, number) => {
    const answer = await askForToken({ ...form, ...change });
    expect(answer).toMatchObject({
      status,
      json: { error, error_codes: [number], correlation_id: expect.any(String) },
    });
    expect(answer.json['error_description']).toMatch(new RegExp(`^AADSTS${number}: `));
    expect(answer.text).not.toContain('wrong');
  });

  it.each<[string, () => string, number]>([
    ['of an unregistered certificate', () => assertion({ signer: stranger }), 700027],
    [
      "signed by another key under a registered certificate's name",
      () => assertion({ signer: stranger, named: registered }),
      700027,
    ],
    [
      'for another endpoint',
      () => assertion({ audience: 'https://login.example/other/oauth2/v2.0/token' }),
      700023,
    ],
    ['of another client', () => assertion({ subject: lonelyApplication }), 700021],
    ['that has expired', () => assertion({ expires: Math.floor(Date.now() / 1000) - 3600 }), 700024],
    ['that is no token', () => 'a.b.c', 50027],
  ])('refuses an assertion %s', async (_, make, number) => {
    const answer = await askForToken({
      ...form,
      client_secret: undefined,
      client_assertion_type: assertionType,
      client_assertion: make(),
    });
    expect(answer).toMatchObject({ status: 401, json: { error: 'invalid_client', error_codes: [number] } });
  });

  it('describes itself for MSAL, under the name the client gives it', async () => {
    const forwarded = { 'x-forwarded-host': 'login.example', 'x-forwarded-proto': 'https' };
    const own = await call(sandbox, 'GET', '/contoso/v2.0/.well-known/openid-configuration', { as: null });
    expect(own.json).toMatchObject({ token_endpoint: `${sandbox.url}/contoso/oauth2/v2.0/token` });
    const other = await call(sandbox, 'GET', '/contoso/v2.0/.well-known/openid-configuration', {
      as: null,
      headers: forwarded,
    });
    expect(other.json).toMatchObject({
      token_endpoint: 'https://login.example/contoso/oauth2/v2.0/token',
      issuer: 'https://login.example/contoso/v2.0',
    });
    const instances = await call(sandbox, 'GET', '/common/discovery/instance?api-version=1.1', {
      as: null,
      headers: forwarded,
    });
    expect(instances.json).toMatchObject({
      metadata: [{ preferred_network: 'login.example', aliases: ['login.example'] }],
    });
  });
});

describe('a request to the Web API', () => {
  it.each<[string, () => string | null | Promise<string>]>([
    ['without a token', () => null],
    ['with a made-up token', () => 'made-up'],
    [
      'with a token whose claims were changed',
      async () => {
        const [head, , signed] = (await token()).split('.');
        const claims = Buffer.from(JSON.stringify({ appid: serviceClientId, exp: 9_999_999_999 })).toString(
          'base64url',
        );
        return [head, claims, signed].join('.');
      },
    ],
  ])('%s gets 401, an empty body and a challenge', async (_, make) => {
    const answer = await call(sandbox, 'GET', 'WhoAmI', { as: await make() });
    expect(answer).toMatchObject({ status: 401, text: '' });
    expect(answer.headers.get('www-authenticate')).toMatch(
      /^Bearer authorization_uri=http:\/\/127\.0\.0\.1:\d+\/[0-9a-f-]+\/oauth2\/authorize, resource_id=http/,
    );
  });

  it('gets 401 once the token has expired by the clock of the organization', async () => {
    const issued = await token();
    sandbox.clock.advance(3_590_000);
    expect((await call(sandbox, 'GET', 'WhoAmI', { as: issued })).status).toBe(200);
    sandbox.clock.advance(20_000);
    expect((await call(sandbox, 'GET', 'WhoAmI', { as: issued })).status).toBe(401);
    expect((await call(sandbox, 'GET', 'WhoAmI', { as: await token() })).status).toBe(200);
  });

  it('gets 403 when the application has no user in the organization', async () => {
    const lonely = await token({ ...form, client_id: lonelyApplication, client_secret: 'alone' });
    expect(await call(sandbox, 'GET', 'WhoAmI', { as: lonely })).toMatchObject({
      status: 403,
      code: '0x80072560',
    });
  });

  it('gets 403 when the user is disabled, or has no role', async () => {
    const id = await create(sandbox, 'systemusers', {
      firstname: 'No',
      lastname: 'Role',
      domainname: 'norole@sandbox.example',
      internalemailaddress: 'norole@sandbox.example',
      'businessunitid@odata.bind': `businessunits(${sandbox.organization.businessUnitId})`,
    });
    const mine = sandbox.tokens.issue({ kind: 'user', userId: id }, sandbox.url);
    expect(await call(sandbox, 'GET', 'WhoAmI', { as: mine })).toMatchObject({
      status: 403,
      code: '0x80042f09',
    });
    await call(sandbox, 'PATCH', `systemusers(${id})`, { body: { isdisabled: true } });
    expect(await call(sandbox, 'GET', 'WhoAmI', { as: mine })).toMatchObject({
      status: 403,
      code: '0x80040225',
    });
  });
});

describe('development tokens', () => {
  it('do not exist unless they are switched on, and neither does the known secret', async () => {
    const closed = await startSandbox({});
    try {
      expect((await call(closed, 'GET', 'WhoAmI', { as: 'dev-admin' })).status).toBe(401);
      const answer = await call(closed, 'POST', '/contoso/oauth2/v2.0/token', {
        as: null,
        body: new URLSearchParams({ ...form, client_secret: 'sandbox-secret' }).toString(),
      });
      expect(answer).toMatchObject({ status: 401, json: { error_codes: [7000215] } });
    } finally {
      await closed.close();
    }
  });
});
