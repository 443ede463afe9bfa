import { describe, expect, it } from '@jest/globals';
import { doorsOf, least, problemOf, secret, type Given } from './given.js';

const sha256 = 'ab'.repeat(32);
const api = { API_ISSUER: 'https://sts.contoso.com', API_AUDIENCE: 'api://invitations', API_CLIENTS: 'shop' };

describe('the configuration of the doors', () => {
  it('is none without an address', () => {
    expect(doorsOf({})).toBeUndefined();
  });

  it('takes the defaults', () => {
    expect(doorsOf(least)).toEqual({
      url: 'https://invite.contoso.com',
      host: '127.0.0.1',
      port: 5803,
      secrets: [secret],
      trustedProxies: 0,
      returnOrigins: [],
      providers: [
        {
          id: 'contoso',
          name: 'Contoso',
          issuer: 'https://contoso.ciamlogin.com/tenant/v2.0',
          clientId: 'invitations',
          scopes: 'openid email profile',
          trustEmail: 'whenVerified',
        },
      ],
      brand: { name: 'invite.contoso.com', color: '#0f6cbd', texts: {} },
      api: { keys: [], issuers: [] },
    });
  });

  it('takes what is set', () => {
    const doors = doorsOf({
      INVITATIONS_HOST: '0.0.0.0',
      INVITATIONS_DOORS_URL: 'http://127.0.0.1:8443/',
      INVITATIONS_DOORS_PORT: '8443',
      INVITATIONS_SECRET: ` ${secret} 2 , ${secret}`,
      INVITATIONS_TRUSTED_PROXIES: '2',
      INVITATIONS_RETURN_URL: 'https://www.contoso.com/welcome?from=invitation',
      INVITATIONS_RETURN_ORIGINS: 'https://shop.contoso.com, https://www.contoso.com/',
      INVITATIONS_API_KEYS: `shop:${sha256},portal.test:${sha256.toUpperCase()}`,
      ...api,
      API_ISSUER_2: 'https://other.example/tenant',
      API_AUDIENCE_2: 'invitations',
      API_CLIENTS_2: 'one, two',
    });
    expect(doors).toMatchObject({
      url: 'http://127.0.0.1:8443',
      host: '0.0.0.0',
      port: 8443,
      secrets: [`${secret} 2`, secret],
      trustedProxies: 2,
      returnUrl: 'https://www.contoso.com/welcome?from=invitation',
      returnOrigins: ['https://www.contoso.com', 'https://shop.contoso.com'],
      providers: [],
      api: {
        keys: [
          { name: 'shop', sha256 },
          { name: 'portal.test', sha256 },
        ],
        issuers: [
          { issuer: 'https://sts.contoso.com', audience: 'api://invitations', clients: ['shop'] },
          { issuer: 'https://other.example/tenant', audience: 'invitations', clients: ['one', 'two'] },
        ],
      },
    });
  });

  it('takes several identity providers, in the order of their numbers', () => {
    const doors = doorsOf({
      ...least,
      OIDC_NAME_10: 'Ä & Ö',
      OIDC_ISSUER_10: 'http://localhost:5804',
      OIDC_CLIENT_ID_10: 'ten',
      OIDC_NAME_2: 'Google',
      OIDC_ISSUER_2: 'https://accounts.google.com',
      OIDC_CLIENT_ID_2: 'two',
      OIDC_CLIENT_SECRET_2: 'swordfish',
      OIDC_SCOPES_2: 'openid email',
      OIDC_TRUST_EMAIL_2: 'never',
      OIDC_NAME_3: '会社',
      OIDC_ISSUER_3: 'https://kaisha.example',
      OIDC_CLIENT_ID_3: 'three',
    });
    expect(doors?.providers.map(({ id }) => id)).toEqual(['contoso', 'google', 'provider-3', 'a-o']);
    expect(doors?.providers[1]).toEqual({
      id: 'google',
      name: 'Google',
      issuer: 'https://accounts.google.com',
      clientId: 'two',
      clientSecret: 'swordfish',
      scopes: 'openid email',
      trustEmail: 'never',
    });
  });

  it.each<[string, Given, string]>([
    [
      'no address, but a secret',
      { INVITATIONS_DOORS_URL: '' },
      'INVITATIONS_DOORS_URL is missing, although INVITATIONS_SECRET is set',
    ],
    [
      'http',
      { INVITATIONS_DOORS_URL: 'http://invite.contoso.com' },
      'INVITATIONS_DOORS_URL must begin with https://',
    ],
    [
      'a path',
      { INVITATIONS_DOORS_URL: 'https://contoso.com/invite' },
      'INVITATIONS_DOORS_URL must not have a path',
    ],
    [
      'no address at all',
      { INVITATIONS_DOORS_URL: 'contoso' },
      'INVITATIONS_DOORS_URL must be an address such as https://contoso.com',
    ],
    ['no secret', { INVITATIONS_SECRET: '' }, 'INVITATIONS_SECRET is missing'],
    [
      'a short secret',
      { INVITATIONS_SECRET: `${secret},short` },
      'INVITATIONS_SECRET must be secrets of 32 characters or more',
    ],
    ['commas alone', { INVITATIONS_SECRET: ',' }, 'INVITATIONS_SECRET must be secrets'],
    [
      'a wrong port',
      { INVITATIONS_DOORS_PORT: '0x50' },
      'INVITATIONS_DOORS_PORT must be a whole number from 0 to 65535',
    ],
    [
      'the port of the health checks',
      { INVITATIONS_DOORS_PORT: '5802' },
      'INVITATIONS_DOORS_PORT and INVITATIONS_PORT are the same',
    ],
    [
      'too many proxies',
      { INVITATIONS_TRUSTED_PROXIES: '11' },
      'INVITATIONS_TRUSTED_PROXIES must be a whole number from 0 to 10',
    ],
    [
      'a return address on http',
      { INVITATIONS_RETURN_URL: 'http://contoso.com' },
      'INVITATIONS_RETURN_URL must begin with https://',
    ],
    [
      'a script as return address',
      { INVITATIONS_RETURN_URL: 'javascript:alert(1)' },
      'INVITATIONS_RETURN_URL must begin with https://',
    ],
    [
      'a path among the origins',
      { INVITATIONS_RETURN_ORIGINS: 'https://a.example,https://b.example/c' },
      'INVITATIONS_RETURN_ORIGINS: each must not have a path',
    ],
    [
      'a star among the origins',
      { INVITATIONS_RETURN_ORIGINS: '*' },
      'INVITATIONS_RETURN_ORIGINS: each must be an address',
    ],
    [
      'nobody who could come in',
      { OIDC_NAME: '', OIDC_ISSUER: '', OIDC_CLIENT_ID: '' },
      'set OIDC_ISSUER for the redemption page, INVITATIONS_API_KEYS or API_ISSUER',
    ],
    ['a provider without a name', { OIDC_NAME: '' }, 'OIDC_NAME is missing'],
    ['a provider without a client', { OIDC_CLIENT_ID: '' }, 'OIDC_CLIENT_ID is missing'],
    [
      'a second provider without an issuer',
      { OIDC_NAME_2: 'Two', OIDC_CLIENT_ID_2: 'two' },
      'OIDC_ISSUER_2 is missing',
    ],
    [
      'an issuer on http',
      { OIDC_ISSUER: 'http://login.contoso.com' },
      'OIDC_ISSUER must begin with https://',
    ],
    [
      'an issuer with a query',
      { OIDC_ISSUER: 'https://login.contoso.com?p=1' },
      'OIDC_ISSUER must not have a query',
    ],
    ['scopes without openid', { OIDC_SCOPES: 'email profile' }, 'OIDC_SCOPES must contain openid'],
    [
      'an unknown trust',
      { OIDC_TRUST_EMAIL: 'yes' },
      'OIDC_TRUST_EMAIL must be one of whenVerified, always, never',
    ],
    [
      'two providers of one redirect address',
      { OIDC_NAME_2: 'contoso!', OIDC_ISSUER_2: 'https://b.example', OIDC_CLIENT_ID_2: 'b' },
      'OIDC_NAME_2 is too much like that of another provider',
    ],
    ['a key in plain text', { INVITATIONS_API_KEYS: 'shop:hunter2' }, 'INVITATIONS_API_KEYS must be pairs'],
    [
      'two keys of one name',
      { INVITATIONS_API_KEYS: `a:${sha256},a:${'cd'.repeat(32)}` },
      'INVITATIONS_API_KEYS gives two keys one name',
    ],
    ['an API issuer without an audience', { ...api, API_AUDIENCE: '' }, 'API_AUDIENCE is missing'],
    ['an API issuer whose clients are not named', { ...api, API_CLIENTS: '' }, 'API_CLIENTS is missing'],
    ['an API issuer of commas for clients', { ...api, API_CLIENTS: ' , ' }, 'API_CLIENTS is missing'],
    [
      'an API issuer on http',
      { ...api, API_ISSUER: 'http://sts.contoso.com' },
      'API_ISSUER must begin with https://',
    ],
  ])('refuses %s', (_name, given, sentence) => {
    expect(problemOf({ ...least, ...given })).toContain(sentence);
  });

  it('tells everything that is wrong at once, the rest of the service included', () => {
    const problem = problemOf({
      INVITATIONS_DOORS_URL: 'x',
      INVITATIONS_PORT: 'x',
      OIDC_NAME: 'Contoso',
      INVITATIONS_API_KEYS: 'x',
      API_ISSUER: 'x',
    });
    for (const name of [
      'INVITATIONS_DOORS_URL',
      'INVITATIONS_SECRET',
      'INVITATIONS_PORT',
      'OIDC_ISSUER',
      'OIDC_CLIENT_ID',
      'INVITATIONS_API_KEYS',
      'API_ISSUER',
      'API_AUDIENCE',
      'API_CLIENTS',
    ])
      expect(problem).toContain(name);
  });

  it('repeats no value, it may be a secret in the wrong place', () => {
    const names = [
      ...['URL', 'PORT'].map((name) => `INVITATIONS_DOORS_${name}`),
      ...['SECRET', 'TRUSTED_PROXIES', 'RETURN_URL', 'RETURN_ORIGINS', 'BRAND', 'API_KEYS'].map(
        (name) => `INVITATIONS_${name}`,
      ),
      'OIDC_ISSUER',
      'OIDC_SCOPES',
      'OIDC_TRUST_EMAIL',
      'API_ISSUER',
    ];
    for (const name of names) {
      const problem = problemOf({ ...least, ...api, [name]: 'hunter2 hunter2' });
      expect(problem).toContain(name);
      expect(problem).not.toContain('hunter2');
    }
  });
});
