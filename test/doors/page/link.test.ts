import { describe, expect, it } from '@jest/globals';
import { doorsConfig, fakeRedemptions } from './fakes.js';
import { openPage } from './openPage.js';

const code = 'thecode123';

describe('the link in the mail', () => {
  it.each([
    ['/register?invitation=thecode123'],
    ['/Register/?invitation=thecode123'],
    ['/register?INVITATION=thecode123'],
    ['/register?InvitationCode=thecode123'],
    ['/register?invitation=%20THECODE123%20'],
    ['/register?invitation=thecode123&invitation=other'],
    ['/de/register?invitation=thecode123'],
    ['/de-DE/Register/?invitation=thecode123'],
    ['/xx/register?invitation=thecode123'],
  ])('%s leads to the page, and the code is out of the address at once', async (link) => {
    const asked: string[] = [];
    const { inspect } = fakeRedemptions();
    const browser = await openPage({
      redemptions: fakeRedemptions({
        inspect: async (request, context) => {
          asked.push(request.code);
          return inspect(request, context);
        },
      }),
    });
    const first = await browser.get(link);
    expect([first.statusCode, first.headers.location]).toEqual([303, '/register']);
    expect(first.body).toBe('');
    const page = await browser.get('/register');
    expect(page.statusCode).toBe(200);
    expect(asked).toEqual([code]);
    expect(JSON.stringify([first.headers, page.headers, page.body, browser.log]).toLowerCase()).not.toContain(
      code,
    );
  });

  it('leaves a cookie that nobody reads, sends along or sets from elsewhere', async () => {
    const { cookies } = await (await openPage()).get('/register?invitation=thecode123');
    expect(cookies).toHaveLength(1);
    expect(cookies[0]).toMatchObject({
      name: '__Host-journey',
      httpOnly: true,
      secure: true,
      sameSite: 'Lax',
      path: '/',
    });
    expect(cookies[0]).not.toHaveProperty('domain');
  });

  it('leaves one without the prefix where there is no https', async () => {
    const config = { ...doorsConfig, url: 'http://127.0.0.1:5803' };
    const { cookies } = await (await openPage({ config })).get('/register?invitation=thecode123');
    expect(cookies[0]).toMatchObject({ name: 'journey', httpOnly: true, sameSite: 'Lax' });
    expect(cookies[0]).not.toHaveProperty('secure');
  });

  it.each([
    ['/fr/register?invitation=thecode123', 'fr'],
    ['/fr-FR/register', 'fr'],
    ['/register?lang=es', 'es'],
    ['/register?invitation=thecode123&lang=de', 'de'],
    ['/it/register?invitation=thecode123', 'en'],
  ])('%s is answered in %s', async (link, language) => {
    const page = await (await openPage()).follow(link);
    expect(page.body).toContain(`<html lang="${language}" dir="ltr">`);
    expect(page.headers['content-language']).toBe(language);
  });

  it('keeps the language chosen on the page', async () => {
    const browser = await openPage();
    await browser.follow();
    await browser.follow('/register?lang=de');
    expect((await browser.signIn()).body).toContain('lang="de"');
  });

  it.each([
    ['https://portal.contoso.example/orders', 'https://portal.contoso.example/orders'],
    ['/orders', 'https://portal.contoso.example/orders'],
    ['https://evil.example/', 'https://portal.contoso.example/home'],
    ['//evil.example/', 'https://portal.contoso.example/home'],
  ])('with the return address %s leads on to %s', async (asked, address) => {
    const browser = await openPage();
    await browser.follow(`/register?invitation=thecode123&returnurl=${encodeURIComponent(asked)}`);
    await browser.signIn();
    await browser.post('/redeem');
    expect((await browser.get('/redeemed')).body).toContain(`href="${address}"`);
    const told = browser.log.filter(({ security }) => security === 'returnAddressRefused');
    expect(told).toHaveLength(asked.includes('evil') ? 1 : 0);
  });

  it('of an over-long code is as good as a wrong one', async () => {
    const asked: string[] = [];
    const browser = await openPage({
      redemptions: fakeRedemptions({
        inspect: async (request) => {
          asked.push(request.code);
          return { kind: 'invalid' };
        },
      }),
    });
    const page = await browser.follow(`/register?invitation=${'a'.repeat(5000)}`);
    expect([page.statusCode, asked]).toEqual([404, ['']]);
  });
});

describe('without a link', () => {
  it('there is a field for the code', async () => {
    const browser = await openPage();
    const page = await browser.get('/register');
    expect(page.body).toContain('data-state="code"');
    const typed = await browser.post('/register', { code: '  THECODE123 ' });
    expect([typed.statusCode, typed.headers.location]).toEqual([303, '/register']);
    expect((await browser.get('/register')).body).toContain('data-state="open"');
  });

  it('a code must be typed', async () => {
    const browser = await openPage();
    await browser.get('/register');
    await browser.post('/register', { code: '  ' });
    const page = await browser.get('/register');
    expect(page.statusCode).toBe(400);
    expect(page.body).toMatch(/role="alert"[^>]*autofocus/);
    expect(page.body).toContain('aria-invalid="true"');
    // Told once.
    expect((await browser.get('/register')).body).not.toContain('aria-invalid');
  });

  it('the start page is the page', async () => {
    const { statusCode, headers } = await (await openPage()).get('/');
    expect([statusCode, headers.location]).toEqual([303, '/register']);
  });
});
