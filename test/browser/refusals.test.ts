import { beforeAll, describe, expect, it, jest } from '@jest/globals';
import type { Page } from 'playwright-core';
import { english } from '../../webresources/strings/english.js';
import { listPage, rowPage } from './app/addresses.js';
import { dialog } from './app/dialog.js';
import { form } from './app/form.js';
import { grid } from './app/grid.js';
import { contacts, invitationPath, invite, samples, status } from './app/invitations.js';
import type { Person } from './openApp.js';
import { useApp } from './useApp.js';

jest.setTimeout(90_000);
const app = useApp();

const createInvitation = 'inv.contact.Form.CreateInvitation';
const sendInvitation = 'inv.inv_invitation.Form.Send';
const say = (text: string, name: string | number): string => text.replace('{0}', String(name));

/** Opens a form. */
async function open(
  table: string,
  id?: string,
  person: Person = 'manager',
): Promise<{ page: Page; shown: ReturnType<typeof form> }> {
  const { page } = await app.as(person, { path: rowPage(table, id) });
  return { page, shown: form(page) };
}

/** What a message or a question says; it is answered no. */
async function refusal(page: Page): Promise<string> {
  const words = await dialog(page).text();
  await page.keyboard.press('Escape');
  await dialog(page).root.waitFor({ state: 'detached' });
  return words;
}

const invitationsOf = (contact: string) =>
  app.running().admin.rows(`inv_invitations?$filter=_inv_contactid_value eq ${contact}`);

/** The product's own commands of the open form. */
const own = async (page: Page): Promise<readonly string[]> =>
  (await form(page).commands.commands())
    .filter((id) => id.startsWith('inv.'))
    .map((id) => id.split('.').at(-1) ?? '');

describe('Create Invitation', () => {
  it('asks to save a new contact first, and keeps what was typed', async () => {
    const { page, shown } = await open('contact');
    await shown.fill('lastname', 'Novak');
    await shown.commands.click(createInvitation);
    expect(await refusal(page)).toBe(english.contactNotSaved);
    expect(await shown.value('lastname')).toBe('Novak');
    expect(await app.running().admin.rows("contacts?$filter=lastname eq 'Novak'")).toEqual([]);
  });

  it('saves changes only when asked to, and goes on then', async () => {
    const { page, shown } = await open('contact', contacts.carla, 'admin');
    const titleOfCarla = async () =>
      (await app.running().admin.get(`contacts(${contacts.carla})?$select=jobtitle`))['jobtitle'];
    const before = await titleOfCarla();
    await shown.fill('jobtitle', 'Director');
    await shown.commands.click(createInvitation);
    expect(await refusal(page)).toBe(english.saveChanges);
    expect([await shown.value('jobtitle'), await titleOfCarla()]).toEqual(['Director', before]);

    await shown.commands.click(createInvitation);
    await dialog(page).confirm();
    expect(await shown.value('inv_name')).toBe('Carla Mendes');
    expect(await titleOfCarla()).toBe('Director');
    expect(await invitationsOf(contacts.carla)).toEqual([]);
  });

  it('refuses an inactive contact', async () => {
    const { page, shown } = await open('contact', contacts.jack);
    await shown.commands.click(createInvitation);
    expect(await refusal(page)).toBe(say(english.contactInactiveNoInvitation, 'Jack Doyle'));
    expect(await shown.title()).toContain('Jack Doyle');
  });

  it('warns of a contact without an address, whose invitation can be made all the same', async () => {
    const before = (await invitationsOf(contacts.isla)).length;
    const { page, shown } = await open('contact', contacts.isla);
    await shown.commands.click(createInvitation);
    const warning = say(english.contactNoAddress, 'Isla McKenzie');
    await shown.untilSays(warning);
    await shown.save('inv_invitation');
    expect(await invitationsOf(contacts.isla)).toHaveLength(before + 1);

    await shown.commands.click(sendInvitation);
    expect(await refusal(page)).toContain(warning);
  });
});

describe('the commands of an invitation', () => {
  it.each([
    ['new', ['Send', 'Revoke']],
    ['sendFailed', ['Send', 'Revoke']],
    ['sent', ['SendAgain', 'Revoke']],
    ['redeemed', ['Revoke']],
    ['expired', []],
    ['inactive', []],
  ] as const)('are those of its state: %s', async (state, commands) => {
    const { page } = await open('inv_invitation', samples[state]);
    await form(page).value('inv_name');
    expect(await own(page)).toEqual(commands);
  });

  it('are none on an invitation that was not saved yet', async () => {
    const { page, shown } = await open('inv_invitation');
    await shown.value('inv_name');
    expect(await own(page)).toEqual([]);
  });
});

describe('Send Invitation', () => {
  let id: string;
  beforeAll(async () => {
    id = await invite(app.running().admin, contacts.hiro);
  });
  const stored = () => app.running().admin.get(invitationPath(id));

  /** What happens to the row while the form shows it as new, and what puts it right again. */
  const meanwhile = [
    ['expires', { inv_expirydate: '2020-01-31' }, english.notSentExpired, { inv_expirydate: null }],
    ['is redeemed', { statuscode: status.redeemed }, english.notSentRedeemed, { statuscode: status.new }],
    [
      'is revoked',
      { statecode: 1, statuscode: 2 },
      english.notSentInactive,
      { statecode: 0, statuscode: status.new },
    ],
    [
      'loses its contact',
      { 'inv_contactid@odata.bind': null },
      english.notSentNoContact,
      { 'inv_contactid@odata.bind': `/contacts(${contacts.hiro})` },
    ],
  ] as const;

  it('looks at the row, not at the form: it may have changed meanwhile', async () => {
    const { admin } = app.running();
    const { page, shown } = await open('inv_invitation', id);
    await shown.value('inv_name');
    for (const [change, row, words, back] of meanwhile) {
      await admin.update(invitationPath(id), row);
      await shown.commands.click(sendInvitation);
      expect([change, await refusal(page)]).toEqual([change, words]);
      await admin.update(invitationPath(id), back);
    }
    expect(await stored()).toMatchObject({ statuscode: status.new, inv_sendgeneration: null });
  });

  it('says that an invitation waits to be sent already', async () => {
    const { admin, sandbox } = app.running();
    // The service cannot hand mails over, so that the invitation goes on waiting.
    sandbox.faults.add({ method: 'POST', body: 'SendEmail', failure: { kind: 'unavailable' } });
    const { page, shown } = await open('inv_invitation', id);
    await shown.value('inv_name');
    await admin.update(invitationPath(id), { statuscode: status.sendRequested });
    await shown.commands.click(sendInvitation);
    expect(await refusal(page)).toBe(english.alreadyRequested);
    await page.reload();
    await shown.value('inv_name');
    expect(await own(page)).toEqual(['Revoke']);
    await admin.update(invitationPath(id), { statuscode: status.new });
    sandbox.faults.clear();
  });

  it('asks to save a changed form, and stops where it cannot be saved', async () => {
    const { page, shown } = await open('inv_invitation', id);
    await shown.fill('inv_name', 'Honoured guest');
    await shown.commands.click(sendInvitation);
    expect(await refusal(page)).toBe(english.saveChanges);
    expect(await shown.value('inv_name')).toBe('Honoured guest');
    expect(await stored()).toMatchObject({ inv_name: 'Guest' });

    await shown.fill('inv_expirydate', '1/31/2020');
    await shown.commands.click(sendInvitation);
    await dialog(page).confirm();
    await dialog(page).root.waitFor({ state: 'detached' });
    expect(await shown.problem('inv_expirydate')).toContain(english.expiryInPast);
    expect(await shown.value('inv_name')).toBe('Honoured guest');
    expect(await stored()).toMatchObject({ inv_name: 'Guest', statuscode: status.new });

    await shown.fill('inv_expirydate', '');
    await shown.commands.click(sendInvitation);
    await dialog(page).confirm();
    await dialog(page).root.getByText(say(english.askSend, 'Hiro Tanaka')).waitFor();
    await dialog(page).cancel();
    expect(await stored()).toMatchObject({ inv_name: 'Honoured guest', statuscode: status.new });
  });
});

it('sends nothing again and revokes nothing when the answer is no', async () => {
  const { page, shown } = await open('inv_invitation', samples.sent);
  await shown.value('inv_name');
  const before = await app.running().admin.get(invitationPath(samples.sent));
  await shown.commands.click('inv.inv_invitation.Form.SendAgain');
  expect(await refusal(page)).toBe(say(english.askSendAgain, 'Camille Dubois'));
  await shown.commands.click('inv.inv_invitation.Form.Revoke');
  expect(await refusal(page)).toBe(english.askRevoke);
  expect(await app.running().admin.get(invitationPath(samples.sent))).toEqual(before);
});

describe('Create Invitations', () => {
  const flyout = 'inv.contact.HomepageGrid.CreateInvitations';

  it.each([
    ['Inactive Contacts', ['Jack Doyle'], 'OneEach', english.skippedInactive],
    ['Inactive Contacts', ['Jack Doyle'], 'Group', english.skippedInactive],
    ['Active Contacts', ['Alice Nguyen', 'Anna Becker'], 'OneEach', english.skippedInvited],
  ] as const)('of %s %j, %s: says that there is nobody, and why', async (view, names, command, reason) => {
    const { page } = await app.as('manager', { path: listPage('contact') });
    const count = async () => (await app.running().admin.rows('inv_invitations?$select=inv_name')).length;
    const before = await count();
    await grid(page).view(view);
    await grid(page).select(...names);
    await form(page).commands.clickIn(flyout, `${flyout}.${command}`);
    expect(await refusal(page)).toBe(`${english.nobodyToInvite}\n${say(reason, names.length)}`);
    expect(await count()).toBe(before);
  });
});
