import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { createSignIn } from '../../../plugins/doors/signIn/createSignIn.js';
import { silentTelemetry } from '../../../plugins/contract/telemetry.js';
import { sampleSettings } from '../../service/product/settings.js';
import { startProduct, type Product } from '../../service/product/product.js';
import { invited, linksOf } from '../../service/redeem/visitors/people.js';
import { doorsConfig, fakeRedemptions } from '../page/fakes.js';
import { openPage } from '../page/openPage.js';
import { theRedemptions } from '../../../plugins/doors/page/redemptions.js';
import { startEvilProvider, type EvilProvider, type Lies } from '../signIn/evilProvider.js';
import { configured } from '../signIn/watched.js';

let evil: EvilProvider;
let honest: EvilProvider;
let product: Product;
beforeAll(async () => {
  [evil, honest, product] = await Promise.all([startEvilProvider(), startEvilProvider(), startProduct()]);
});
beforeEach(() => {
  evil.lie({});
  honest.lie({});
});
afterAll(() => Promise.all([evil.close(), honest.close(), product.close()]));

/** The page of a site with two providers, one of which lies, and a browser on it. */
async function open(real: boolean) {
  const providers = [
    configured(honest.url, { id: 'honest', name: 'Honest' }),
    configured(evil.url, { id: 'evil', name: 'Evil' }),
  ];
  const events: string[] = [];
  const telemetry = {
    ...silentTelemetry,
    happened: (what: string, reason?: string) => events.push(`${what} ${reason}`),
  };
  const log = product.context.log;
  const signIn = createSignIn({ providers, url: doorsConfig.url, log, telemetry });
  const page = await openPage({
    config: { ...doorsConfig, providers },
    signIn,
    ...(real
      ? { context: () => product.context, redemptions: theRedemptions }
      : { redemptions: fakeRedemptions() }),
  });
  /** Sends the sign-in form. @returns where it leads */
  const begin = async (provider: string): Promise<URL | undefined> => {
    const { headers, body } = await page.post('/sign-in', { provider, origins: signIn.origins().join(' ') });
    const address = /url=([^"]+)/.exec(String(headers.refresh))?.[1] ?? String(headers.location);
    expect(body).not.toContain('javascript:');
    return address.startsWith('/') ? undefined : new URL(address);
  };
  return { page, begin, events };
}

const back = (provider: string, answer: Readonly<Record<string, string>>): string =>
  `/signed-in/${provider}?${new URLSearchParams(answer).toString()}`;

describe('a provider that lies', () => {
  it('cannot answer for another one (mix-up), at whatever address the answer comes', async () => {
    const { page, begin, events } = await open(true);
    const target = await invited(product);
    await page.follow(`/register?invitation=${target.code}`);
    for (const [begun, other] of [
      ['honest', 'evil'],
      ['evil', 'honest'],
    ] as const) {
      const state = (await begin(begun))?.searchParams.get('state') ?? '';
      await page.get(back(other, { code: 'code', state, iss: begun === 'evil' ? honest.url : evil.url }));
      expect(page.cookies.has('__Host-visitor')).toBe(false);
      // The answer of the one at its own address, in the name of the other.
      const again = (await begin(begun))?.searchParams.get('state') ?? '';
      await page.get(
        back(begun, { code: 'code', state: again, iss: begun === 'evil' ? honest.url : evil.url }),
      );
      expect(page.cookies.has('__Host-visitor')).toBe(false);
    }
    expect(events).toEqual(Array(4).fill('security signInRefused'));
    // The code of nobody has been handed to anybody.
    expect([...honest.asked, ...evil.asked].filter((path) => path === '/token')).toEqual([]);
  });

  it('signs nobody in as a person of another one, though it says the same of them', async () => {
    const target = await invited(product);
    product.set({ linkingPolicy: 'verifiedEmail' });
    const { page, begin } = await open(true);
    await page.follow(`/register?invitation=${target.code}`);
    const { searchParams } = (await begin('evil')) ?? new URL('x:');
    evil.lie({
      claims: {
        iss: honest.url,
        nonce: searchParams.get('nonce') ?? '',
        email: target.address,
        email_verified: true,
      },
    });
    await page.get(back('evil', { code: 'code', state: searchParams.get('state') ?? '', iss: evil.url }));
    expect(page.cookies.has('__Host-visitor')).toBe(false);
    expect(await linksOf(product, target.contact)).toEqual([]);
    product.set(sampleSettings);
  });

  it.each([
    ['more directives', 'https://a;script-src.example/authorize'],
    ['a list', 'https://a,b.example/authorize'],
    ['all sites', 'https://*.example/authorize'],
    ['a quote', `https://a'b.example/authorize`],
    ['a script', 'javascript:alert(1)'],
    ['data', 'data:text/html,<script>alert(1)</script>'],
    ['a file', 'file:///etc/passwd'],
    ['a site without TLS', 'http://evil.example/authorize'],
    ['no address', '//evil.example/authorize'],
  ])(
    'cannot make its page %s: the policy and the other providers stay as they are',
    async (_what, address) => {
      const { page, begin } = await open(false);
      await page.follow();
      const policy = (await page.get('/register')).headers['content-security-policy'];
      evil.lie({ metadata: { authorization_endpoint: address } });
      expect(await begin('evil')).toBeUndefined();
      const after = await page.get('/register');
      expect([after.statusCode, after.headers['content-security-policy']]).toEqual([200, policy]);
      expect((await begin('honest'))?.origin).toBe(honest.url);
    },
  );

  it.each<[string, Lies['claims']]>([
    ['no text', { email: ['ann@contoso.example'], email_verified: true } as Lies['claims']],
    ['two addresses', { email: 'ann@contoso.example,eve@evil.example', email_verified: true }],
    ['a name before it', { email: 'Ann <ann@contoso.example>', email_verified: true }],
    ['a line break', { email: 'ann@contoso.example\r\nBcc: eve@evil.example', email_verified: true }],
    ['"verified": no', { email: 'ann@contoso.example', email_verified: 'no' }],
    ['"verified": a list', { email: 'ann@contoso.example', email_verified: [true] }],
    ['"verified": "TRUE "', { email: 'ann@contoso.example', email_verified: 'TRUE ' }],
    ['two opinions', { email: 'ann@contoso.example', email_verified: true, xms_edov: false }],
  ])('vouches for no address with %s', async (_what, claims) => {
    const { page, begin } = await open(true);
    const contact = await product.contact({ emailaddress1: 'ann@contoso.example' });
    const target = await invited(product, { 'inv_contactid@odata.bind': `/contacts(${contact})` });
    await page.follow(`/register?invitation=${target.code}`);
    const { searchParams } = (await begin('evil')) ?? new URL('x:');
    evil.lie({ claims: { ...claims, nonce: searchParams.get('nonce') ?? '' } });
    await page.get(back('evil', { code: 'code', state: searchParams.get('state') ?? '', iss: evil.url }));
    expect((await page.get('/register')).body).toContain('data-state="wrongAccount"');
    await product.admin.remove(`contacts(${contact})`);
  });
});
