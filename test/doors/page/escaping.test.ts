import { describe, expect, it } from '@jest/globals';
import { doorsConfig, fakeRedemptions, fakeSignIn } from './fakes.js';
import { openPage } from './openPage.js';

/** Texts of strangers, made to be read as something else. */
const attacks = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' autofocus onfocus='alert(1)",
  '{{constructor.constructor "alert(1)"}}',
  '{{{raw}}}',
  '{brand}',
  '</bdi></title></html>',
  '&lt;b&gt;',
  'javascript:alert(1)',
  'Anna\r\nSet-Cookie: a=b',
  '\u202Egnp.exe',
];

const plain = (body: string): string => body.replace(/<\/?bdi>/g, '');

describe.each(attacks)('%j, written by a stranger', (attack) => {
  it('is text and nothing else, wherever it is shown', async () => {
    const card = {
      group: false,
      invitedBy: attack,
      account: attack,
      webRoles: [attack],
      expiryDate: '2026-12-04',
      invitedAs: attack,
    };
    const visitor = { issuer: 'i', subject: 's', verifiedEmail: attack, name: attack, provider: attack };
    const granted = { account: attack, keptAccount: true, webRoles: [attack], workflow: true };
    const browser = await openPage({
      signIn: { ...fakeSignIn(() => visitor), providers: [{ id: 'contoso', name: attack }] },
      config: { ...doorsConfig, brand: { ...doorsConfig.brand, name: attack } },
      redemptions: fakeRedemptions({
        inspect: async (request) => ({
          kind: 'open',
          card,
          ...(request.visitor && { visitor: { kind: 'welcome', as: attack } }),
        }),
        redeem: async () => ({ outcome: 'redeemed', reason: '', granted }),
      }),
    });
    const open = await browser.follow();
    const welcome = await browser.signIn();
    const redeem = await browser.post('/redeem');
    const redeemed = await browser.get('/redeemed');
    for (const { body, headers } of [open, welcome, redeem, redeemed]) {
      expect(body).not.toMatch(/<script|<img src=x|onfocus='|<b>|\u202E/);
      expect(body).not.toMatch(/href="javascript:/i);
      expect(JSON.stringify(headers)).not.toContain('a=b');
      // Handlebars has not read what it has put.
      if (attack.startsWith('{{')) expect(plain(body)).not.toContain('[native code]');
    }
    expect(open.body.match(/<html/g)).toHaveLength(1);
    expect(open.body.match(/<\/html>/g)).toHaveLength(1);
    expect(open.body.match(/<\/title>/g)).toHaveLength(1);
    expect(open.body.match(/<bdi>/g)?.length).toBe(open.body.match(/<\/bdi>/g)?.length);
  });
});

it('words of the brand are text, too', async () => {
  const texts = { en: { openTitle: '<script>alert(1)</script> {brand} {{brand}}' } };
  const { body } = await (
    await openPage({ config: { ...doorsConfig, brand: { ...doorsConfig.brand, texts } } })
  ).follow();
  expect(body).toContain('<h1>&lt;script&gt;alert(1)&lt;/script&gt; <bdi>Contoso</bdi>');
  expect(body).not.toContain('<script');
});

it('a name that fills pages is shortened', async () => {
  const account = 'x'.repeat(5000);
  const { body } = await (
    await openPage({
      redemptions: fakeRedemptions({
        inspect: async () => ({ kind: 'open', card: { group: false, webRoles: [], account } }),
      }),
    })
  ).follow();
  expect(body).toContain(`${'x'.repeat(119)}…`);
  expect(body).not.toContain('x'.repeat(120));
});
