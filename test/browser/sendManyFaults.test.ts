import { afterEach, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import type { Row } from '../../scripts/system/webApi.js';
import { invitation } from '../../solution/schema.js';
import { english as say } from '../../webresources/strings/english.js';
import { dialog } from './app/dialog.js';
import { filled } from './app/filled.js';
import { form } from './app/form.js';
import { globalNotification } from './app/globalNotification.js';
import { grid } from './app/grid.js';
import { invite } from './app/invitations.js';
import { siteMap } from './app/siteMap.js';
import { holdChangeSets } from './changeSets.js';
import { eventually } from './eventually.js';
import { createGuests, numbered, type Guest } from './guests.js';
import type { Tab } from './openApp.js';
import { useApp } from './useApp.js';

jest.setTimeout(90_000);
const app = useApp();
afterEach(() => app.running().sandbox.faults.clear());

/** What the browser writes to its console when an answer does not come. */
const lostAnswer = /ERR_EMPTY_RESPONSE|ERR_CONNECTION/;
/** A browser may repeat on its own what has no answer; then the rows are there already, or another version of them. */
const thereAlready = /status of 412/;
const unavailable = /status of 503/;
const notThere = /status of 404/;
/** Operations in a change set carry a Content-ID each, queries none. */
const changeSets = { method: 'POST', url: '\\$batch$', body: 'Content-ID' } as const;

/** Invitations whose names begin so. */
const invitations = (name: string): Promise<readonly Row[]> =>
  app.running().admin.rows(`${invitation.set}?$filter=startswith(inv_name,'${name}')`);
const lines = async (page: Page): Promise<readonly string[]> => (await dialog(page).text()).split('\n');
/** Waits until the dialog says this, among other things. */
const untilAsked = (page: Page, text: string): Promise<void> => dialog(page).root.getByText(text).waitFor();

/** Selects all guests of that first name, and asks for an invitation for each; the question is open then. */
async function askOneEach(firstname: string): Promise<Tab> {
  const tab = await app.as('manager');
  const { page } = tab;
  await siteMap(page).open('Contacts');
  await grid(page).search(firstname);
  await grid(page).selectAll();
  const flyout = 'inv.contact.HomepageGrid.CreateInvitations';
  await form(page).commands.clickIn(flyout, `${flyout}.OneEach`);
  await dialog(page).text();
  return tab;
}

/** Selects the guests' invitations, and asks to send them; the question is open then. */
async function askToSend(firstname: string, guests: readonly Guest[]): Promise<Tab> {
  await Promise.all(guests.map(({ id, name }) => invite(app.running().admin, id, { inv_name: name })));
  const tab = await app.as('manager');
  const { page } = tab;
  await siteMap(page).open('Invitations');
  await grid(page).view('All Invitations');
  await grid(page).search(firstname);
  await grid(page).selectAll();
  await form(page).commands.click('inv.inv_invitation.HomepageGrid.Send');
  expect(await lines(page)).toEqual([filled(say.toSend, guests.length)]);
  return tab;
}

describe('Create Invitations, one for each', () => {
  it('stops half way when people cancel: what is made stays, the rest is not made, and the summary says so', async () => {
    const { admin } = app.running();
    await createGuests(admin, 'April', numbered(40));
    const { page } = await askOneEach('April');
    const held = await holdChangeSets(page);
    await dialog(page).confirm();
    const first = await held.next();
    await globalNotification(page).untilSays(filled(say.creating, 0, 40));
    await globalNotification(page).act(say.cancel);
    await first.go();
    expect(await lines(page)).toEqual([filled(say.created, 25), filled(say.notTried, 15)]);
    await globalNotification(page).untilGone();
    const made = (await invitations('April')).map((row) => row['inv_name']);
    expect(new Set(made).size).toBe(25);
    expect(made).toHaveLength(25);
  });

  it('names the contact that cannot be invited, and invites the others of its change set', async () => {
    const { admin, sandbox } = app.running();
    const guests = await createGuests(admin, 'May', numbered(30));
    const { page, allow } = await askOneEach('May');
    allow(unavailable);
    allow(notThere);
    sandbox.faults.set([{ ...changeSets, body: 'May 30', times: 1, failure: { kind: 'unavailable' } }]);
    const held = await holdChangeSets(page);
    await dialog(page).confirm();
    // Somebody deletes a contact while the first change set is on its way, and the second one meets a busy server.
    const first = await held.next();
    const gone = guests[6];
    await admin.remove(`contacts(${gone?.id})`);
    await first.go();
    await held.release();
    await untilAsked(page, filled(say.created, 29));
    const [created, failed, reason] = await lines(page);
    expect([created, failed]).toEqual([filled(say.created, 29), filled(say.failed, 1)]);
    expect(reason).toMatch(/^May 07: .*contact.*does not exist/i);
    expect(sandbox.faults.states()).toMatchObject([{ applied: 1 }]);
    const made = (await invitations('May')).map((row) => row['inv_name']);
    expect([...made].sort()).toEqual(guests.filter((guest) => guest !== gone).map(({ name }) => name));
  });

  it('invites nobody twice when the answer is lost after the rows were made', async () => {
    const { admin, sandbox } = app.running();
    const guests = await createGuests(admin, 'June', numbered(4));
    const { page, allow } = await askOneEach('June');
    allow(lostAnswer);
    allow(thereAlready);
    sandbox.faults.set([{ ...changeSets, times: 2, failure: { kind: 'dropAfter' } }]);
    await dialog(page).confirm();
    await untilAsked(page, filled(say.created, 4));
    expect(await lines(page)).toEqual([filled(say.created, 4)]);
    expect(sandbox.faults.states()[0]?.applied).toBeGreaterThan(0);
    expect((await invitations('June')).map((row) => row['inv_name']).sort()).toEqual(
      guests.map(({ name }) => name),
    );
  });
});

describe('Send Invitation on a list', () => {
  it('sends one mail each when the answer is lost and the service is quicker than the page', async () => {
    const { admin, mailbox } = app.running();
    const guests = await createGuests(admin, 'July', numbered(3));
    const { page, allow } = await askToSend('July', guests);
    allow(lostAnswer);
    allow(thereAlready);
    const mailed = () => guests.map(({ address }) => mailbox.store.list({ to: address }).total);
    // Each request is done, then its mail goes out, and only then the connection breaks.
    await page.route(`**/${invitation.set}(*)`, async (route) => {
      if (route.request().method() !== 'PATCH') return route.fallback();
      const response = await route.fetch();
      // The service wrote the code meanwhile: the page reads the row again and asks once more.
      if (!response.ok()) return route.fulfill({ response });
      await eventually(async () => expect(mailed()).toEqual([1, 1, 1]));
      await route.abort('connectionreset');
    });
    await dialog(page).confirm();
    await untilAsked(page, filled(say.requested, 3));
    expect(await lines(page)).toEqual([filled(say.requested, 3)]);
    await dialog(page).ok();
    await eventually(async () =>
      expect(await grid(page).column('statuscode')).toEqual(['Sent', 'Sent', 'Sent']),
    );
    expect((await invitations('July')).map((row) => row['inv_sendgeneration'])).toEqual([1, 1, 1]);
    expect(mailed()).toEqual([1, 1, 1]);
  });

  it('names the invitation that cannot be asked for, and sends the others', async () => {
    const { admin, mailbox } = app.running();
    const guests = await createGuests(admin, 'August', numbered(3));
    const { page, allow } = await askToSend('August', guests);
    allow(notThere);
    const [gone] = await invitations('August 02');
    await admin.remove(`${invitation.set}(${gone?.['inv_invitationid']})`);
    await dialog(page).confirm();
    await untilAsked(page, filled(say.requested, 2));
    const [requested, failed, reason] = await lines(page);
    expect([requested, failed]).toEqual([filled(say.requested, 2), filled(say.failed, 1)]);
    expect(reason).toMatch(/^August 02: .*does not exist/i);
    await dialog(page).ok();
    await eventually(async () => expect(await grid(page).column('statuscode')).toEqual(['Sent', 'Sent']));
    await eventually(async () =>
      expect(guests.map(({ address }) => mailbox.store.list({ to: address }).total)).toEqual([1, 0, 1]),
    );
  });
});
