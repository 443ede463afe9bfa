import { describe, expect, it, jest } from '@jest/globals';
import { createHost } from '../../../sandbox/app/client/host/createHost.js';
import type { Page } from '../../../sandbox/app/client/host/host.js';
import { aDefinition, aForm, aTable, guid } from '../definition.js';
import { aPlatform } from '../platform.js';

const contacts: Page = { pageType: 'entitylist', table: 'contact' };
const accounts: Page = { pageType: 'entitylist', table: 'account' };
const contact: Page = { pageType: 'entityrecord', table: 'contact', id: guid(1) };

const definition = aDefinition({
  tables: [aTable('contact', { forms: [aForm('contact')] }), aTable('account')],
});

function start(address = '/main.aspx?pagetype=entitylist&etn=contact') {
  const platform = aPlatform({ address });
  const host = createHost(definition, platform);
  return { host, navigation: host.navigation, history: platform.history };
}
/** Lets moves of the history and what follows them happen. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('navigation', () => {
  it('shows what the address says', () => {
    expect(start().navigation.page.value).toEqual(contacts);
  });

  it('opens a page as a new entry of the history', async () => {
    const { navigation, history } = start();
    expect(await navigation.open(contact)).toBe(true);
    expect([navigation.page.value, history.position()]).toEqual([contact, 1]);
    expect(history.current().address).toContain(`etn=contact&id=${guid(1)}`);
  });

  it('shows a page again on the same entry, as another visit', async () => {
    const { navigation, history } = start();
    const before = navigation.page.value;
    const visit = navigation.visit();
    await navigation.open(contacts);
    expect([history.position(), navigation.page.value === before, visit.isOver()]).toEqual([0, false, true]);
  });

  it('ends a visit when another page is shown, and only then', async () => {
    const { navigation } = start();
    const visit = navigation.visit();
    navigation.replace(contact);
    expect(visit.isOver()).toBe(false);
    await navigation.open(accounts);
    expect([visit.isOver(), navigation.visit().isOver()]).toEqual([true, false]);
  });

  it('replaces the address alone when a new row got its id', async () => {
    const { navigation, history } = start();
    await navigation.open({ pageType: 'entityrecord', table: 'contact' });
    const shown = navigation.page.value;
    navigation.replace(contact);
    expect([navigation.page.value === shown, history.position()]).toEqual([true, 1]);
    expect(history.current().address).toContain(guid(1));
  });

  it('goes back to the page before', async () => {
    const { navigation, history } = start();
    await navigation.open(contact);
    expect(await navigation.back()).toBe(true);
    expect([navigation.page.value, history.position()]).toEqual([contacts, 0]);
  });

  it('goes back to the list of the table when there is no page before', async () => {
    const { navigation, history } = start(`/main.aspx?pagetype=entityrecord&etn=contact&id=${guid(1)}`);
    await navigation.back();
    expect([navigation.page.value, history.entries.length]).toEqual([contacts, 1]);
  });

  it("follows the browser's own buttons", async () => {
    const { navigation, history } = start();
    await navigation.open(accounts);
    await navigation.open(contact);
    history.go(-2);
    await settle();
    expect(navigation.page.value).toEqual(contacts);
    history.go(1);
    await settle();
    expect(navigation.page.value).toEqual(accounts);
  });
});

describe('a guarded page', () => {
  const guarded = async (answer: boolean) => {
    const started = start();
    await started.navigation.open(contact);
    const guard = jest.fn(() => Promise.resolve(answer));
    started.navigation.guard = guard;
    return { ...started, guard };
  };

  it.each(['open', 'back'] as const)('stays when the user refuses to leave it by %s', async (way) => {
    const { navigation, history } = await guarded(false);
    const left = await (way === 'open' ? navigation.open(accounts) : navigation.back());
    expect([left, navigation.page.value, history.position()]).toEqual([false, contact, 1]);
  });

  it.each(['open', 'back'] as const)('asks once when it is left by %s', async (way) => {
    const { navigation, guard } = await guarded(true);
    await (way === 'open' ? navigation.open(accounts) : navigation.back());
    expect([guard.mock.calls.length, navigation.guard]).toEqual([1, undefined]);
  });

  it.each([
    [true, contacts, 0],
    [false, contact, 1],
  ])("asks when the browser's button leaves it; leaving: %s", async (answer, page, position) => {
    const { navigation, history, guard } = await guarded(answer);
    history.go(-1);
    await settle();
    await settle();
    expect([guard.mock.calls.length, navigation.page.value, history.position()]).toEqual([1, page, position]);
  });

  it('asks again at the next attempt', async () => {
    const { history, guard } = await guarded(false);
    for (const attempt of [1, 2]) {
      history.go(-1);
      await settle();
      await settle();
      expect(guard).toHaveBeenCalledTimes(attempt);
    }
  });

  it('does not ask for an anchor within the page', async () => {
    const { navigation, history, guard } = await guarded(false);
    const visit = navigation.visit();
    history.push({ address: history.current().address, state: undefined });
    history.go(0);
    await settle();
    expect([guard.mock.calls.length, visit.isOver()]).toEqual([0, false]);
  });
});
