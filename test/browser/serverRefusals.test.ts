import { describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { host } from '../../sandbox/app/client/strings/host.js';
import type { FaultRuleInput } from '../../sandbox/dataverse/server/faults/faultRule.js';
import { english } from '../../webresources/strings/english.js';
import { rowPage } from './app/addresses.js';
import { dialog } from './app/dialog.js';
import { form } from './app/form.js';
import { contacts, invitationPath, invite, status } from './app/invitations.js';
import { mailsTo } from './app/mails.js';
import { axeViolations } from './axe.js';
import type { Tab } from './openApp.js';
import { useApp } from './useApp.js';

jest.setTimeout(90_000);
const app = useApp();

const sendInvitation = 'inv.inv_invitation.Form.Send';
const question = english.askSend.replace('{0}', 'Carla Mendes');

/** A tab of the manager that shows an invitation for a contact who can be mailed. */
async function open(id: string): Promise<Tab> {
  const tab = await app.as('manager', { path: rowPage('inv_invitation', id) });
  await form(tab.page).value('inv_name');
  return tab;
}

/** Clicks Send Invitation and waits for the question. */
async function askToSend(page: Page): Promise<void> {
  await form(page).commands.click(sendInvitation);
  await dialog(page).root.getByText(question).waitFor();
}

/** What an error dialog says, and its details. */
async function failure(page: Page): Promise<{ says: string; details: string }> {
  const { root } = dialog(page);
  await root.and(page.getByRole('alertdialog')).waitFor();
  await root.getByText('Show details').click();
  const details = await root.locator('pre').innerText();
  return { says: await dialog(page).text(), details };
}

const stored = (id: string) => app.running().admin.get(invitationPath(id));
const mailsToCarla = () => app.running().mailbox.store.list({ to: 'carla.mendes@contoso.example' }).total;

describe('when the server refuses', () => {
  const failures: readonly FaultRuleInput['failure'][] = [
    { kind: 'error', status: 403, code: '0x80040220', message: 'You lack the privilege prvWrite.' },
    { kind: 'unavailable', status: 503 },
    { kind: 'throttled', limit: 'requests', retryAfter: 1 },
  ];
  const sentences = ['prvWrite', 'unavailable', 'Number of requests exceeded'];

  it('says so in words with the details, changes nothing, and lets one try again', async () => {
    const id = await invite(app.running().admin, contacts.carla);
    const tab = await open(id);
    const { page } = tab;
    tab.allow(/status of (403|429|503)/);
    const { faults } = app.running().sandbox;
    for (const [index, refusal] of failures.entries()) {
      // Only what the page itself asks: the service never writes this.
      faults.set([{ method: 'PATCH', body: `^{"statuscode":${status.sendRequested}}$`, failure: refusal }]);
      await askToSend(page);
      await dialog(page).confirm();
      const { says, details } = await failure(page);
      expect(says).toBe(english.unexpected);
      expect(details).toContain(sentences[index]);
      if (index === 0) expect(await axeViolations(page)).toEqual([]);
      await dialog(page).ok();
      expect(await stored(id)).toMatchObject({ statuscode: status.new, inv_sendgeneration: null });
    }
    faults.clear();
    await askToSend(page);
    await dialog(page).confirm();
    await form(page).untilSays(english.hasBeenSent);
    expect(await mailsTo(app.running(), 'carla.mendes@contoso.example')).toHaveLength(1);
  });

  it('says what is known of a row that somebody else has deleted', async () => {
    const id = await invite(app.running().admin, contacts.carla);
    const tab = await open(id);
    tab.allow(/status of 404/);
    await app.running().admin.remove(invitationPath(id));
    await form(tab.page).commands.click(sendInvitation);
    const { says, details } = await failure(tab.page);
    expect([says, details]).toEqual([english.unexpected, expect.stringContaining('Does Not Exist')]);
    await dialog(tab.page).ok();
    expect(await form(tab.page).value('inv_name')).toBe('Guest');
  });

  it('says that the session has ended, keeps what was typed, and goes on after a new sign-in', async () => {
    const id = await invite(app.running().admin, contacts.carla);
    const tab = await open(id);
    const { page } = tab;
    tab.allow(/status of 401/);
    await form(page).fill('inv_name', 'Typed before the end');
    await page.context().clearCookies();
    await form(page).commands.click('Mscrm.Form.inv_invitation.Save');
    expect(await dialog(page).root.innerText()).toContain(host.signedOut[1033]);
    await page.keyboard.press('Escape');
    const bar = page.locator('[data-id="globalNotificationList"]');
    expect(await bar.innerText()).toContain(host.signedOut[1033]);
    expect(await axeViolations(page)).toEqual([]);

    const [signIn] = await Promise.all([
      page.context().waitForEvent('page'),
      bar.getByRole('button', { name: host.signIn[1033] }).click(),
    ]);
    await signIn.getByRole('button', { name: 'Mia Manager' }).click();
    await signIn.locator('[data-id="shell-container"]').waitFor();
    expect(await form(page).value('inv_name')).toBe('Typed before the end');
    await form(page).save('inv_invitation');
    await bar.waitFor({ state: 'hidden' });
    expect(await stored(id)).toMatchObject({ inv_name: 'Typed before the end' });
  });
});

describe('two tabs', () => {
  it('that send one invitation at once get one mail', async () => {
    const id = await invite(app.running().admin, contacts.carla);
    const before = mailsToCarla();
    const tabs = [await open(id), await open(id)];
    for (const tab of tabs) tab.allow(/status of 412/);
    for (const { page } of tabs) await askToSend(page);
    await Promise.all(tabs.map(({ page }) => dialog(page).confirm()));
    for (const { page } of tabs) await form(page).untilSays(english.hasBeenSent);
    expect(await stored(id)).toMatchObject({ statuscode: status.sent, inv_sendgeneration: 1 });
    await mailsTo(app.running(), 'carla.mendes@contoso.example', before + 1);
    expect(mailsToCarla()).toBe(before + 1);
  });

  it('are no way to send again unasked: the one that lags behind says that it was sent', async () => {
    const id = await invite(app.running().admin, contacts.carla);
    const [first, late] = [await open(id), await open(id)];
    await askToSend(first.page);
    await dialog(first.page).confirm();
    await form(first.page).untilSays(english.hasBeenSent);
    await form(late.page).commands.click(sendInvitation);
    expect(await dialog(late.page).text()).toBe(english.hasBeenSent);
    expect(await stored(id)).toMatchObject({ statuscode: status.sent, inv_sendgeneration: 1 });
  });
});
