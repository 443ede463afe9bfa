import { describe, expect, it } from '@jest/globals';
import { createDialogs } from '../../../sandbox/app/client/host/createDialogs.js';
import { createNotifications } from '../../../sandbox/app/client/host/createNotifications.js';
import { createProgress } from '../../../sandbox/app/client/host/createProgress.js';
import { createText } from '../../../sandbox/app/client/host/createText.js';
import type { OpenDialog } from '../../../sandbox/app/client/host/host.js';

const of = <Kind extends OpenDialog['kind']>(dialog: OpenDialog | undefined, kind: Kind) => {
  if (dialog?.kind !== kind) throw new Error(`No ${kind} dialog is open.`);
  return dialog as Extract<OpenDialog, { kind: Kind }>;
};

describe('dialogs', () => {
  it('lie on one another, and closing one leaves the others', async () => {
    const dialogs = createDialogs();
    const first = dialogs.confirm({ text: 'Sure?' });
    void dialogs.alert({ text: 'Done.' });
    expect(dialogs.open.value.map(({ kind }) => kind)).toEqual(['confirm', 'alert']);
    of(dialogs.open.value[0], 'confirm').close(true);
    expect(await first).toEqual({ confirmed: true });
    expect(dialogs.open.value.map(({ kind }) => kind)).toEqual(['alert']);
  });

  it('say whether a confirmation was refused or only closed', async () => {
    const dialogs = createDialogs();
    const answers = [dialogs.confirm({ text: 'A' }), dialogs.confirm({ text: 'B' })];
    of(dialogs.open.value[0], 'confirm').close(false);
    of(dialogs.open.value[0], 'confirm').close(false, true);
    expect(await Promise.all(answers)).toEqual([{ confirmed: false }, { confirmed: false, closed: true }]);
  });

  it('give the rows that were picked, and nothing when they are closed', async () => {
    const dialogs = createDialogs();
    const options = { tables: ['contact'], multiple: true, filters: [] };
    const [picked, closed] = [dialogs.lookup(options), dialogs.lookup(options)];
    const rows = [{ id: '1', name: 'One', table: 'contact' }];
    of(dialogs.open.value[0], 'lookup').close(rows);
    of(dialogs.open.value[0], 'lookup').close();
    expect([await picked, await closed]).toEqual([rows, undefined]);
  });

  it('closed twice answer once', async () => {
    const dialogs = createDialogs();
    const answer = dialogs.confirm({ text: 'Sure?' });
    const dialog = of(dialogs.open.value[0], 'confirm');
    void dialogs.alert({ text: 'Next.' });
    dialog.close(true);
    dialog.close(false);
    expect([await answer, dialogs.open.value.length]).toEqual([{ confirmed: true }, 1]);
  });
});

describe('global notifications', () => {
  it('stand, the newest on top, until they are cleared', () => {
    const notifications = createNotifications();
    const bar = { level: 'warning', showCloseButton: true } as const;
    const first = notifications.add({ ...bar, message: 'First' });
    notifications.add({ ...bar, message: 'Second' });
    expect(notifications.shown.value.map(({ message }) => message)).toEqual(['Second', 'First']);
    notifications.clear(first);
    expect(notifications.shown.value.map(({ message }) => message)).toEqual(['Second']);
  });
});

describe('the progress layer', () => {
  it('shows the latest message and goes with one close', () => {
    const progress = createProgress();
    progress.show('One');
    progress.show('Two');
    expect(progress.message.value).toBe('Two');
    progress.close();
    expect(progress.message.value).toBeUndefined();
  });
});

describe("the host's own words", () => {
  it.each([
    [1033, 'The request failed (status 502).'],
    [1036, 'La demande a échoué (statut 502).'],
    [1031, 'Die Anforderung ist fehlgeschlagen (Status 502).'],
    [3082, 'Error en la solicitud (estado 502).'],
    [1041, 'The request failed (status 502).'],
  ])('in the language %i', (language, words) => {
    expect(createText(language)('host.failed', 502)).toBe(words);
  });

  it.each(['host.nothing', 'nothing.failed', 'failed'])('are missed loudly: %s', (key) => {
    expect(() => createText(1033)(key)).toThrow(`There is no text ${key}.`);
  });
});
