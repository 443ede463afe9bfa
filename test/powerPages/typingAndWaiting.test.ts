import { describe, expect, it, jest } from '@jest/globals';
import { eventually } from '../browser/eventually.js';
import { link, message, redeemButton, typed, usePage } from './usePage.js';

jest.setTimeout(120_000);
const site = usePage();

describe('who types the code', () => {
  it('needs the keyboard alone, and is asked for another code when it is wrong', async () => {
    const alice = await site.person();
    const code = await site.invite(alice);
    const { page } = await site.open(typed, alice);
    const tabTo = async (selector: string) => {
      for (let presses = 0; presses < 12; presses += 1) {
        if (await page.evaluate((wanted) => document.activeElement?.matches(wanted), selector)) return;
        await page.keyboard.press('Tab');
      }
      throw new Error(`The Tab key does not lead to ${selector}.`);
    };
    await page.getByLabel('Invitation code').waitFor();
    await tabTo('#inv-code');
    await page.keyboard.type('no-such-code');
    await page.keyboard.press('Enter');
    expect(await site.answered(page)).toBe(
      'This invitation code is not valid. Ask the person who invited you for a new invitation.',
    );
    expect(await page.getByLabel('Invitation code').inputValue()).toBe('');

    await page.evaluate(() => (document.activeElement as HTMLElement).blur());
    await tabTo('#inv-code');
    await page.keyboard.type(` ${code} `);
    await page.keyboard.press('Enter');
    expect(await site.answered(page)).toMatch(/has been redeemed/);
    await tabTo('[data-part="continue"]');
    await page.keyboard.press('Enter');
    await page.waitForURL(`${site.site().url}/`);
  });

  it('cannot send nothing', async () => {
    const alice = await site.person();
    const { page } = await site.open(typed, alice);
    await redeemButton(page).click();
    expect(await page.locator('#inv-code:invalid').count()).toBe(1);
    expect(await site.requestsOf(alice)).toEqual([]);
  });

  it('too often with too many wrong codes is told to come back later', async () => {
    const alice = await site.person();
    const { page } = await site.open(typed, alice);
    const guess = async () => {
      await page.getByLabel('Invitation code').fill('the-same-wrong-code');
      await redeemButton(page).click();
      return site.answered(page);
    };
    expect(await guess()).toMatch(/is not valid/);
    // Failures of others with this code, from wherever: the page cannot say where a visitor is.
    const others = Array.from({ length: 300 }, () => ({
      '@odata.type': 'Microsoft.Dynamics.CRM.inv_redemptionrequest',
      inv_code: 'the-same-wrong-code',
      'inv_contactid@odata.bind': `/contacts(${alice.id})`,
    }));
    await site
      .product()
      .admin.create('inv_redemptionrequests/Microsoft.Dynamics.CRM.CreateMultiple', { Targets: others });
    await site.serviceAnswers();
    expect(await guess()).toMatch(/^There were too many attempts/);
  });
});

describe('when something does not answer', () => {
  it('the visitor is asked for patience while the service is away, and sees the answer when it is back', async () => {
    const alice = await site.person();
    const code = await site.invite(alice);
    const { page } = await site.open(typed, alice);
    await page.clock.install();
    await page.goto(`${site.site().url}${link(code)}`);
    await redeemButton(page).click();
    await page.getByText('Your invitation is being redeemed.').waitFor();
    await eventually(async () => expect(await site.requestsOf(alice)).toHaveLength(1));
    await eventually(async () => {
      await page.clock.runFor(5_000);
      expect(await message(page).textContent()).toMatch(/^This is taking longer than usual/);
    });
    // The tab is reloaded meanwhile: the request is followed, not repeated.
    await page.reload();
    await page.getByText('Your invitation is being redeemed.').waitFor();
    expect(await redeemButton(page).isVisible()).toBe(false);
    await site.serviceAnswers();
    await eventually(async () => {
      await page.clock.runFor(30_000);
      expect(await message(page).textContent()).toMatch(/has been redeemed/);
    });
    expect(await site.requestsOf(alice)).toHaveLength(1);
  });

  it('and half an hour has passed, the page says that there is no answer yet', async () => {
    const alice = await site.person();
    const { page } = await site.open(typed, alice);
    await page.clock.install();
    await page.goto(`${site.site().url}${link(await site.invite(alice))}`);
    await redeemButton(page).click();
    await eventually(async () => expect(await site.requestsOf(alice)).toHaveLength(1));
    await eventually(async () => {
      await page.clock.runFor(60_000);
      expect(await message(page).textContent()).toMatch(/^There is no answer yet/);
    }, 60_000);
    await site.serviceAnswers();
  });

  it.each([
    ['is away', 503, /^Your request could not be sent/],
    ['is asked too often', 429, /^Your request could not be sent/],
    ['refuses the request', 403, /^This site did not accept your request/],
    ['has ended the session', 401, /^This site did not accept your request/],
  ])('the site %s, the visitor is told, and can repeat it', async (_, status, expected) => {
    const alice = await site.person();
    const tab = await site.open(link(await site.invite(alice)), alice);
    tab.allow(/the server responded with a status of/);
    site.site().answerNext({ status, body: {} });
    await redeemButton(tab.page).click();
    await tab.page.locator('.alert-danger').waitFor();
    expect(await message(tab.page).textContent()).toMatch(expected);
    expect(await site.requestsOf(alice)).toEqual([]);
    await redeemButton(tab.page).click();
    await eventually(async () => expect((await site.serviceAnswers()).length).toBeGreaterThan(0));
    await tab.page.getByText(/has been redeemed/).waitFor();
  });
});
