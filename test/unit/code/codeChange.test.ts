import { describe, expect, it } from '@jest/globals';
import { codeChange, type CodedInvitation } from '../../../plugins/code/codeChange.js';
import { hashCode } from '../../../plugins/invitation/code.js';

const settings = { defaultExpiryDays: 30, timeZone: 'Asia/Tokyo' };
const invitation = (given: Partial<CodedInvitation> = {}): CodedInvitation => ({
  '@odata.etag': 'W/"1"',
  inv_invitationid: '11111111-1111-4111-8111-111111111111',
  inv_code: null,
  inv_codehash: null,
  inv_expirydate: null,
  inv_sendresult: null,
  statuscode: 1,
  createdon: '2026-05-10T20:00:00Z',
  ...given,
});

describe('a code needs', () => {
  it('to be made when there is none, with hash and default expiry date', () => {
    const change = codeChange(invitation(), settings);
    const code = change?.row.inv_code ?? '';
    expect(change).toEqual({
      generated: true,
      row: {
        inv_code: expect.stringMatching(/^\w{26}$/u),
        inv_codehash: hashCode(code),
        inv_expirydate: '2026-06-10',
      },
    });
  });

  it('to be made when it is white space', () => {
    expect(codeChange(invitation({ inv_code: ' \u200b' }), settings)?.generated).toBe(true);
  });

  it('its hash when people gave it, and stays as they wrote it', () => {
    const change = codeChange(invitation({ inv_code: ' Summer-2026 ' }), {
      ...settings,
      defaultExpiryDays: 0,
    });
    expect(change).toEqual({ generated: false, row: { inv_codehash: hashCode('summer-2026') } });
  });

  it('a fresh hash after it was edited, and no new expiry date', () => {
    const change = codeChange(invitation({ inv_code: 'new', inv_codehash: hashCode('old') }), settings);
    expect(change).toEqual({ generated: false, row: { inv_codehash: hashCode('new') } });
  });

  it('nothing when the hash fits, however it is written', () => {
    expect(
      codeChange(invitation({ inv_code: 'ABC', inv_codehash: hashCode('abc') }), settings),
    ).toBeUndefined();
  });
});

it('leaves the expiry date its maker gave', () => {
  const change = codeChange(invitation({ inv_expirydate: '2026-05-11' }), settings);
  expect(change?.row).not.toHaveProperty('inv_expirydate');
});
