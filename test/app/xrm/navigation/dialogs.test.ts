import { describe, expect, it } from '@jest/globals';
import { fakeXrm } from '../../../webresources/fakeXrm.js';

describe('a dialog of Xrm.Navigation', () => {
  it.each([true, false])('asks and says what the user answered: %s', async (confirm) => {
    const { xrm, dialogs } = fakeXrm({ confirm });
    const strings = { text: 'Send?', title: 'Send', confirmButtonLabel: 'Send', cancelButtonLabel: 'Back' };
    expect(await xrm.Navigation.openConfirmDialog(strings, { width: 400, height: 200 })).toEqual({
      confirmed: confirm,
    });
    expect(dialogs).toEqual([{ kind: 'confirm', options: { ...strings, width: 400, height: 200 } }]);
  });

  it('says only whether it was confirmed', async () => {
    const { xrm, host } = fakeXrm();
    const answer = xrm.Navigation.openConfirmDialog({ text: 'Send?' });
    const [dialog] = host.dialogs.open.value;
    if (dialog?.kind === 'confirm') dialog.close(false, true);
    expect(await answer).toEqual({ confirmed: false });
  });

  it('tells', async () => {
    const { xrm, dialogs } = fakeXrm();
    await xrm.Navigation.openAlertDialog({ text: 'Sent.' });
    expect(dialogs).toEqual([{ kind: 'alert', options: { text: 'Sent.' } }]);
  });

  it.each([
    [
      { message: 'Broken', details: 'log' },
      { message: 'Broken', details: 'log' },
    ],
    [{ errorCode: 1234 }, { errorCode: 1234, message: 'An error has occurred (error code 1234).' }],
  ])('tells of the error %j', async (options, shown) => {
    const { xrm, dialogs } = fakeXrm();
    await xrm.Navigation.openErrorDialog(options);
    expect(dialogs).toEqual([{ kind: 'error', options: shown }]);
  });

  it('does not tell of an error without words', async () => {
    await expect(fakeXrm().xrm.Navigation.openErrorDialog({})).rejects.toMatchObject({
      message: 'openErrorDialog needs a message or an errorCode.',
    });
  });
});

it('openUrl shows an address in a window of its own', () => {
  const { xrm, windows } = fakeXrm();
  xrm.Navigation.openUrl('https://example.com/');
  expect(windows).toEqual(['https://example.com/']);
});
