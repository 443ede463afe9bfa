import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { redemptionRequest } from '../../solution/schema.js';
import { axeViolations } from '../browser/axe.js';
import { link, redeemButton, typed, usePage } from './usePage.js';

jest.setTimeout(120_000);
const site = usePage();

/** Everything that could show the code: address, history, markup. */
const whatIsSeen = (page: Page): Promise<string> =>
  page.evaluate(
    () => `${location.href} ${JSON.stringify(history.state)} ${document.documentElement.outerHTML}`,
  );

describe('who follows the link', () => {
  it('writes nothing by opening it, redeems with the button, and goes on to where the link says', async () => {
    const alice = await site.person();
    const code = await site.invite(alice);
    const { page } = await site.open(link(code, '&returnurl=%2Forders%2F7%3Ftab%3D2'), alice);
    expect(await page.getByText(/You are signed in as/).textContent()).toContain('Alice Nguyen');
    expect(await page.locator('#inv-code').isVisible()).toBe(false);
    expect(await site.requestsOf(alice)).toEqual([]);

    await redeemButton(page).click();
    expect(await site.answered(page)).toMatch(/^Your invitation has been redeemed\./);
    expect(await site.requestsOf(alice)).toEqual([
      expect.objectContaining({
        inv_code: null,
        inv_outcome: redemptionRequest.outcome.redeemed,
        statecode: 1,
      }),
    ]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(
      /^Your invitation has been/,
    );
    await page.getByRole('link', { name: 'Continue' }).click();
    expect(page.url()).toBe(`${site.site().url}/orders/7?tab=2`);
  });

  it('has the code neither in address, history and page, nor in a later request of the site', async () => {
    const alice = await site.person();
    const code = await site.invite(alice);
    const before = site.site().requests.length;
    const { page } = await site.open(link(code), alice);
    await redeemButton(page).waitFor();
    expect(page.url()).toBe(`${site.site().url}/en-US/invitation`);
    expect(await whatIsSeen(page)).not.toContain(code);
    await redeemButton(page).click();
    await site.answered(page);
    expect(await whatIsSeen(page)).not.toContain(code);
    expect(await page.evaluate(() => JSON.stringify(sessionStorage))).not.toContain(code);
    const later = site
      .site()
      .requests.slice(before)
      .filter((request) => request.includes(code));
    expect(later).toEqual([`GET ${link(code)}`]);
    await page.goBack();
    expect(page.url()).not.toContain(code);
  });

  it('may have it in the fragment: then no request at all names it', async () => {
    const alice = await site.person();
    const code = await site.invite(alice);
    const { page } = await site.open(`/en-US/invitation#invitation=${code}`, alice);
    await redeemButton(page).waitFor();
    expect(await whatIsSeen(page)).not.toContain(code);
    expect(site.site().requests.join()).not.toContain(code);
    await redeemButton(page).click();
    expect(await site.answered(page)).toMatch(/has been redeemed/);
  });

  it('signs in first, comes back without the code in any address, and redeems', async () => {
    const alice = await site.person();
    const code = await site.invite(alice);
    const { page } = await site.open(link(code));
    await page.getByText('Sign in to redeem your invitation.').waitFor();
    expect(await whatIsSeen(page)).not.toContain(code);
    expect(await page.locator('#header-sign-in').getAttribute('href')).not.toContain(code);
    site.site().signIn(alice);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await redeemButton(page).click();
    expect(await site.answered(page)).toMatch(/has been redeemed/);
  });

  it('writes one row with a double click', async () => {
    const alice = await site.person();
    const { page } = await site.open(link(await site.invite(alice)), alice);
    await redeemButton(page).waitFor();
    await page.evaluate(() => {
      const button = document.querySelector('button');
      button?.click();
      button?.click();
    });
    await site.answered(page);
    expect(await site.requestsOf(alice)).toHaveLength(1);
  });

  it('that has redeemed already is told so, as a success', async () => {
    const alice = await site.person();
    const code = await site.invite(alice);
    for (const expected of [/has been redeemed/, /You have redeemed this invitation before/]) {
      const { page } = await site.open(link(code), alice);
      await redeemButton(page).click();
      expect(await site.answered(page)).toMatch(expected);
      await page.getByRole('link', { name: 'Continue' }).waitFor();
    }
  });

  it('and is somebody else is told so, and may use another account; the invitation stays intact', async () => {
    const [alice, bob] = [await site.person(), await site.person({ firstname: 'Bob' })];
    const code = await site.invite(alice);
    const { page } = await site.open(link(code), bob);
    await redeemButton(page).click();
    expect(await site.answered(page)).toMatch(/^This invitation is for somebody else/);
    await page.getByRole('link', { name: 'Use another account' }).click();
    await page.getByText('Sign in to redeem your invitation.').waitFor();
    site.site().signIn(alice);
    await page.getByRole('link', { name: 'Sign in' }).click();
    await page.getByLabel('Invitation code').fill(code);
    await redeemButton(page).click();
    expect(await site.answered(page)).toMatch(/has been redeemed/);
  });
});

describe('the page', () => {
  it('shows a hostile name and a hostile code as text, and runs nothing of them', async () => {
    const name = `"><img src=x onerror=alert(1)>{{ user.id }}`;
    const mallory = await site.person({ firstname: '</strong><script>alert(1)</script>', lastname: name });
    const { page } = await site.open(link(`"><svg onload=alert(1)>`), mallory);
    page.on('dialog', () => {
      throw new Error('A script of somebody else ran.');
    });
    await redeemButton(page).click();
    expect(await site.answered(page)).toMatch(/is not valid/);
    expect(await page.locator('strong').textContent()).toBe(`</strong><script>alert(1)</script> ${name}`);
    expect(await page.locator('img, svg').count()).toBe(0);
  });

  it('leads to no other site, however the address is written', async () => {
    const alice = await site.person();
    const code = await site.invite(alice);
    const { page } = await site.open(
      link(code, `&returnurl=${encodeURIComponent('/\\evil.example/x')}`),
      alice,
    );
    await redeemButton(page).click();
    await site.answered(page);
    expect(await page.getByRole('link', { name: 'Continue' }).getAttribute('href')).toBe('/');
  });

  it('speaks German where the site does', async () => {
    const alice = await site.person();
    const { page } = await site.open(link('falscher-code').replace('en-US', 'de-DE'), alice);
    expect(await page.getByRole('heading', { level: 1 }).textContent()).toBe('Einladung einlösen');
    await redeemButton(page, 'Einladung einlösen').click();
    expect(await site.answered(page)).toMatch(/^Dieser Einladungscode ist nicht gültig/);
    expect(await page.getByRole('link', { name: 'Anderes Konto verwenden' }).getAttribute('href')).toContain(
      'returnUrl=%2Fde-DE%2Finvitation',
    );
  });

  it.each([
    ['at a desk', { width: 1280, height: 800 }],
    ['on a phone', { width: 390, height: 844 }],
  ])('has nothing that axe finds wrong, and fits, %s', async (_, viewport) => {
    const alice = await site.person();
    const expectWell = async (page: Page, state: string): Promise<void> => {
      expect([state, ...(await axeViolations(page))]).toEqual([state]);
      const excess = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      expect([state, Math.max(0, excess)]).toEqual([state, 0]);
    };
    const anonymous = await site.open(typed, undefined, { viewport });
    await expectWell(anonymous.page, 'signed out');
    const { page } = await site.open(typed, alice, { viewport });
    await expectWell(page, 'a code is typed');
    await page.getByLabel('Invitation code').fill('wrong-code');
    await redeemButton(page).click();
    await page.getByText('Your invitation is being redeemed.').waitFor();
    await expectWell(page, 'waiting');
    await site.answered(page);
    await expectWell(page, 'refused');
    await page.goto(`${site.site().url}${link(await site.invite(alice))}`);
    await redeemButton(page).click();
    await site.answered(page);
    await expectWell(page, 'redeemed');
  });
});
