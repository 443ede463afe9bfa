import { describe, expect, it } from '@jest/globals';
import { fakeXrm } from '../../webresources/fakeXrm.js';

describe('a global notification', () => {
  const levels = [
    [1, 'success'],
    [2, 'error'],
    [3, 'warning'],
    [4, 'information'],
  ] as const;
  it.each(levels)('of level %i is a %s', async (level, shown) => {
    const { xrm, notifications } = fakeXrm();
    const id = await xrm.App.addGlobalNotification({ type: 2, level, message: 'Hi' });
    expect(notifications()).toEqual([{ id, level: shown, message: 'Hi', showCloseButton: false }]);
    await xrm.App.clearGlobalNotification(id);
    expect(notifications()).toEqual([]);
  });

  it('may have a button', async () => {
    const { xrm, notifications } = fakeXrm();
    let runs = 0;
    await xrm.App.addGlobalNotification({
      type: 2,
      level: 4,
      message: 'Hi',
      showCloseButton: true,
      action: { actionLabel: 'More', eventHandler: () => void (runs += 1) },
    });
    const [shown] = notifications();
    shown?.action?.run();
    expect([shown?.action?.label, shown?.showCloseButton, runs]).toEqual(['More', true, 1]);
  });

  it.each([
    ['type', { type: 1, level: 4, message: 'Hi' }, 'the type must be 2'],
    ['level', { type: 2, level: 5, message: 'Hi' }, 'the level must be'],
    ['option', { type: 2, level: 4, message: 'Hi', priority: 1 }, 'option priority'],
  ])('of an unknown %s is refused', async (_, notification, words) => {
    const { xrm, notifications } = fakeXrm();
    await expect(xrm.App.addGlobalNotification(notification as Xrm.App.Notification)).rejects.toMatchObject({
      message: expect.stringContaining(words) as unknown,
    });
    expect(notifications()).toEqual([]);
  });
});

describe('Xrm.Encoding', () => {
  const text = `<a href="x">O'Neil & Co</a>`;
  const encoded = '&lt;a href=&quot;x&quot;&gt;O&#39;Neil &amp; Co&lt;/a&gt;';
  const { Encoding } = fakeXrm().xrm;

  it.each([
    ['htmlEncode', encoded],
    ['htmlAttributeEncode', '&lt;a href=&quot;x&quot;>O&#39;Neil &amp; Co&lt;/a>'],
    ['xmlEncode', encoded],
    ['xmlAttributeEncode', encoded],
  ] as const)('%s', (method, result) => {
    expect(Encoding[method](text)).toBe(result);
  });

  it.each([
    [encoded, text],
    ['&#x41;&#66;&unknown;&nbsp;', 'AB&unknown;\u00a0'],
  ])('htmlDecode of %s', (given, result) => {
    expect(Encoding.htmlDecode(given)).toBe(result);
  });
});
