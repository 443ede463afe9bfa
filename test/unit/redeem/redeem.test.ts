import { describe, expect, it } from '@jest/globals';
import type { Write, WriteOutcome } from '../../../plugins/dataverse/door.js';
import { redemptionId, reportId } from '../../../plugins/invitation/ids.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { failure, scriptedDoor, type Script } from '../send/scriptedDoor.js';
import { inviteRedemption } from '../../../solution/schema.js';
import { code, contactId, groupToRedeem, invitationToRedeem, ownerId, redeemer } from './sample.js';

const request = { code, contactId };
const id = redemptionId(invitationToRedeem().inv_invitationid, contactId);
const report = reportId('redemption', invitationToRedeem().inv_invitationid, contactId);
const success = { reason: '', redemptionId: id, contactId };
const nothing = { keptAccount: false, webRoles: [], workflow: false };
const fresh = [invitationToRedeem(), redeemer()];
const redeemed = [
  invitationToRedeem({ inv_redemptions: 1, _inv_redeemedcontactid_value: contactId }),
  redeemer(),
];

/** Outcomes of the first writes; done afterwards. */
const outcomes =
  (...first: readonly WriteOutcome[]): Script['writeEach'] =>
  (_, call) => [first[call - 1] ?? { kind: 'done' }];

describe('a transaction that', () => {
  it.each([
    ['finds a row changed', { kind: 'changed' }],
    ['finds a row gone', { kind: 'gone' }],
    ['gets no answer', { kind: 'unknown', error: failure() }],
  ] as const)('%s is decided and written again', async (_, outcome) => {
    const { context, requests } = scriptedDoor({ readTogether: () => fresh, writeEach: outcomes(outcome) });
    await expect(redeem(request, context)).resolves.toEqual({
      outcome: 'redeemed',
      ...success,
      granted: nothing,
    });
    expect(requests).toHaveLength(2);
  });

  it('was committed though its answer was lost counts as redeemed, and is not written twice', async () => {
    const { context, requests } = scriptedDoor({
      readTogether: (_, call) => (call === 1 ? fresh : redeemed),
      writeEach: outcomes({ kind: 'unknown', error: failure() }),
    });
    await expect(redeem(request, context)).resolves.toEqual({
      outcome: 'redeemed',
      ...success,
      granted: nothing,
    });
    expect(requests).toHaveLength(1);
  });

  it('finds a role assigned meanwhile is decided again', async () => {
    const { context, requests } = scriptedDoor({
      readTogether: ([{ set } = { set: '' }]) => (set === inviteRedemption.set ? [undefined] : fresh),
      writeEach: outcomes({ kind: 'exists' }),
    });
    await expect(redeem(request, context)).resolves.toMatchObject({ outcome: 'redeemed' });
    expect(requests).toHaveLength(2);
  });

  it('finds its activity there means that the contact has redeemed already', async () => {
    const { context } = scriptedDoor({
      readTogether: ([{ set, key } = { set: '' }]) =>
        set === inviteRedemption.set && key === id ? [{ activityid: id }] : fresh,
      writeEach: outcomes({ kind: 'exists' }),
    });
    await expect(redeem(request, context)).resolves.toMatchObject({
      outcome: 'alreadyRedeemed',
      redemptionId: id,
    });
  });

  it('Dataverse refuses once is read and tried again', async () => {
    const { context, requests } = scriptedDoor({
      readTogether: () => fresh,
      writeEach: outcomes({ kind: 'refused', error: failure('A deadlock.') }),
    });
    await expect(redeem(request, context)).resolves.toMatchObject({ outcome: 'redeemed' });
    expect(requests).toHaveLength(2);
  });

  it('Dataverse refuses twice is answered with the reason, and told to the owner', async () => {
    const refusal = { kind: 'refused', error: failure('A plug-in said no.') } as const;
    const { context, requests } = scriptedDoor({
      readTogether: () => fresh,
      writeEach: outcomes(refusal, refusal),
    });
    await expect(redeem(request, context)).resolves.toEqual({
      outcome: 'failed',
      errorCode: 'INV_REDEMPTION_REFUSED',
      reason: expect.stringContaining('A plug-in said no.'),
    });
    expect(requests).toHaveLength(3);
    expect(requests[2]).toEqual([
      [{ kind: 'create', set: 'tasks', row: expect.objectContaining({ activityid: report }) }],
    ]);
    expect(JSON.stringify(requests[2])).toContain(`/systemusers(${ownerId})`);
  });

  it('Dataverse refuses twice is answered though the owner cannot be told', async () => {
    const refusal = { kind: 'refused', error: failure('A plug-in said no.') } as const;
    const { context, requests } = scriptedDoor({ readTogether: () => fresh, writeEach: () => [refusal] });
    await expect(redeem(request, context)).resolves.toMatchObject({ outcome: 'failed' });
    // As the owner's, and as the service's own.
    expect(requests).toHaveLength(2 + 2);
  });

  it.each([
    ['keeps losing', { kind: 'changed' }, 'INV_REDEMPTION_CONTENDED', 100],
    [
      'the service has no privilege to make',
      { kind: 'refused', error: { ...failure(), code: '0x80040220' } },
      'INV_DATAVERSE_FORBIDDEN',
      1,
    ],
    [
      'the service lacks the column security profile for',
      { kind: 'refused', error: { ...failure(), code: '0x8004F508' } },
      'INV_CODE_UNREADABLE',
      1,
    ],
    ['keeps getting no answer', { kind: 'unknown', error: failure() }, 'INV_OUTCOME_UNKNOWN', 4],
  ] as const)('%s is left to a later attempt', async (_, outcome, errorCode, tries) => {
    const { context, requests } = scriptedDoor({ readTogether: () => fresh, writeEach: () => [outcome] });
    await expect(redeem(request, context)).rejects.toMatchObject({ code: errorCode });
    expect(requests).toHaveLength(tries);
  });
});

describe('a repeat by the same contact', () => {
  it('is a success that writes nothing', async () => {
    const { context, requests } = scriptedDoor({ readTogether: () => redeemed });
    await expect(redeem(request, context)).resolves.toEqual({ outcome: 'alreadyRedeemed', ...success });
    expect(requests).toHaveLength(0);
  });
});

describe('every invalid code', () => {
  it.each([
    ['unknown', 'other', undefined],
    ['empty', '', undefined],
    ['of 10,000 characters', 'x'.repeat(10_000), undefined],
    ['beyond ASCII', 'код☃\0', undefined],
    ['expired', code, invitationToRedeem({ inv_expirydate: '2020-01-01' })],
    ['inactive', code, invitationToRedeem({ statecode: 1 })],
    ['used up', code, groupToRedeem({ inv_redemptions: 1, inv_maximumredemptions: 1 })],
    ['replaced by another that is not hashed yet', code, invitationToRedeem({ inv_code: 'new' })],
  ])('%s gets the same answer after the same reads', async (_, input, invitation) => {
    const asked: unknown[] = [];
    const { context, requests } = scriptedDoor({
      readTogether: (reads) => {
        asked.push(reads.map(({ set, key }) => [set, key]));
        return [invitation, redeemer()];
      },
      rows: ({ set }) => {
        asked.push(set);
        return [];
      },
    });
    await expect(redeem({ code: input, contactId }, context)).resolves.toEqual({
      outcome: 'invalidCode',
      errorCode: 'INV_CODE_INVALID',
      reason: 'This invitation code is not valid. Ask the person who invited you for a new invitation.',
    });
    const facts = [
      ['inv_invitations', { inv_codehash: expect.stringMatching(/^[0-9a-f]{64}$/u) }],
      ['contacts', contactId],
      ['inv_redemptionlocks', undefined],
    ];
    expect(asked).toEqual([facts, 'inv_invitations', facts]);
    expect(requests).toHaveLength(0);
  });
});

describe('a code that people typed and no service has hashed yet', () => {
  const typed = (inv_code: string, etag: string) => ({
    ...invitationToRedeem({ inv_code, '@odata.etag': etag }),
    inv_codehash: null,
    inv_sendresult: null,
    statuscode: 1,
    createdon: '2026-05-01T00:00:00Z',
  });

  it('is hashed first, and then redeemed', async () => {
    const { context, requests } = scriptedDoor({
      readTogether: (_, call) => (call === 1 ? [undefined, redeemer()] : fresh),
      rows: () => [typed(code, '1')],
      writeEach: outcomes(),
    });
    await expect(redeem(request, context)).resolves.toMatchObject({ outcome: 'redeemed' });
    expect(requests[0]?.[0]).toMatchObject([{ row: { inv_codehash: expect.any(String) } }]);
    expect(requests).toHaveLength(2);
  });

  it('is redeemed too when another service hashed it in between', async () => {
    const { context } = scriptedDoor({
      readTogether: (_, call) => (call === 1 ? [undefined, redeemer()] : fresh),
      rows: () => [],
      writeEach: outcomes(),
    });
    await expect(redeem(request, context)).resolves.toMatchObject({ outcome: 'redeemed' });
  });

  it('keeps no other request waiting when it cannot be hashed', async () => {
    const { context } = scriptedDoor({
      readTogether: () => [undefined, redeemer()],
      rows: () => [typed('another', '1')],
      writeEach: outcomes({ kind: 'refused', error: failure('A plug-in said no.') }),
    });
    await expect(redeem(request, context)).resolves.toMatchObject({ outcome: 'invalidCode' });
  });

  it('is looked for once by all who wait meanwhile', async () => {
    let looks = 0;
    const { context } = scriptedDoor({
      readTogether: () => [undefined, redeemer()],
      rows: () => {
        looks += 1;
        return [];
      },
    });
    const codes = Array.from({ length: 50 }, (_, number) => `wrong-${number}`);
    await Promise.all(codes.map((wrong) => redeem({ code: wrong, contactId }, context)));
    expect(looks).toBeLessThanOrEqual(2);
  });
});

it('does not call codes invalid that the service may not read', async () => {
  const { context } = scriptedDoor({
    readTogether: () => [invitationToRedeem({ inv_code: null }), redeemer()],
  });
  await expect(redeem(request, context)).rejects.toMatchObject({ code: 'INV_CODE_UNREADABLE' });
});

it('never lets a contact id that is none into a query', async () => {
  const filters: string[] = [];
  const { context } = scriptedDoor({
    readTogether: (reads) => {
      filters.push(JSON.stringify(reads));
      return [invitationToRedeem(), undefined];
    },
  });
  const redemption = await redeem({ code, contactId: `${contactId}) or (1 eq 1` }, context);
  expect(redemption.outcome).toBe('contactInactive');
  expect(filters.join()).not.toContain('1 eq 1');
});

it('puts the writes of its caller into the same transaction', async () => {
  const mine: Write = { kind: 'update', set: 'inv_redemptionrequests', id: 'r', row: {} };
  const { context, requests } = scriptedDoor({ readTogether: () => fresh, writeEach: outcomes() });
  await redeem(request, context, (redemption) => [{ ...mine, row: { outcome: redemption.outcome } }]);
  expect(requests).toHaveLength(1);
  expect(requests[0]).toHaveLength(1);
  expect(requests[0]?.[0]?.at(-1)).toEqual({ ...mine, row: { outcome: 'redeemed' } });
});
