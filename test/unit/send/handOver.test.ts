import { describe, expect, it } from '@jest/globals';
import type { Row, Write, WriteOutcome } from '../../../plugins/dataverse/door.js';
import { emailId } from '../../../plugins/invitation/ids.js';
import { handOver, type HandOver } from '../../../plugins/send/handOver.js';
import { invitation as table } from '../../../solution/schema.js';
import { invitee } from './sample.js';
import { allDone, failure, scriptedDoor } from './scriptedDoor.js';

const invitationId = '11111111-1111-4111-8111-111111111111';
const people = (count: number) => Array.from({ length: count }, (_, index) => invitee(`P${index}`));
const job = (recipients = people(1), given: Partial<HandOver> = {}): HandOver => ({
  invitationId,
  version: 'W/"7"',
  generation: 3,
  sender: { kind: 'queue', id: 'queue', name: 'Welcome' },
  recipients,
  passedOver: [],
  alsoOnInvitation: {},
  compose: async ({ fullname }) => ({ subject: `Hello ${fullname}`, description: '<p>x</p>' }),
  ...given,
});
const idOf = (contact: { contactid: string }) => emailId(invitationId, contact.contactid, 3);
const mailIds = (transactions: readonly (readonly Write[])[]) =>
  transactions.flat().flatMap((write) => (write.kind === 'create' ? [write.row.activityid] : []));
const closingOf = (transactions: readonly (readonly Write[])[]): Row | undefined => {
  const write = transactions.flat().find(({ kind }) => kind === 'update');
  return write?.kind === 'update' ? { ...write.row, version: write.version } : undefined;
};
/** Done for so many transactions, then an outcome that ends the request. */
const doneThen = (count: number, outcome: WriteOutcome): readonly WriteOutcome[] => [
  ...Array.from({ length: count }, (): WriteOutcome => ({ kind: 'done' })),
  outcome,
];

describe('a single invitation', () => {
  it('is one request with one transaction of three writes', async () => {
    const [ann] = people(1);
    const { context, requests } = scriptedDoor({ writeEach: allDone });
    await expect(
      handOver(job([ann ?? invitee('P0')], { alsoOnInvitation: { inv_code: 'new' } }), context),
    ).resolves.toBe('sent');
    expect(requests).toEqual([
      [
        [
          {
            kind: 'create',
            set: 'emails',
            row: {
              activityid: idOf(ann ?? invitee('P0')),
              subject: 'Hello P0',
              description: '<p>x</p>',
              directioncode: true,
              'regardingobjectid_inv_invitation_email@odata.bind': `/inv_invitations(${invitationId})`,
              email_activity_parties: [
                { participationtypemask: 1, 'partyid_queue@odata.bind': '/queues(queue)' },
                {
                  participationtypemask: 2,
                  'partyid_contact@odata.bind': `/contacts(${ann?.contactid})`,
                  addressused: 'p0@contoso.example',
                },
              ],
            },
          },
          {
            kind: 'action',
            set: 'emails',
            id: idOf(ann ?? invitee('P0')),
            name: 'SendEmail',
            parameters: { IssueSend: true },
          },
          {
            kind: 'update',
            set: 'inv_invitations',
            id: invitationId,
            version: 'W/"7"',
            row: {
              inv_code: 'new',
              statuscode: table.status.sent,
              inv_sendresult: table.sendResult.sent,
              inv_senddetail: '1 mail handed over for delivery.',
              inv_sendgeneration: 3,
              inv_lastsenton: '2026-05-10T12:00:00.000Z',
            },
          },
        ],
      ],
    ]);
  });

  it.each([
    ['was changed after it was read', { kind: 'changed' }, 'changed'],
    ['was deleted, or its contact', { kind: 'gone' }, 'changed'],
    ['got no answer', { kind: 'unknown', error: failure() }, 'unknown'],
  ] as const)('that %s is left to the next round', async (_, outcome, word) => {
    const { context, requests } = scriptedDoor({ writeEach: () => [outcome] });
    await expect(handOver(job(), context)).resolves.toBe(word);
    expect(requests).toHaveLength(1);
  });

  it('that Dataverse refuses says why and keeps its generation', async () => {
    const { context, requests } = scriptedDoor({
      writeEach: (_, call) =>
        call === 1 ? [{ kind: 'refused', error: failure('A plug-in said no.') }] : [{ kind: 'done' }],
    });
    await expect(handOver(job(), context)).resolves.toBe('refused');
    expect(requests[1]).toHaveLength(1);
    expect(closingOf(requests[1] ?? [])).toEqual({
      statuscode: table.status.sendFailed,
      inv_sendresult: table.sendResult.refusedByDataverse,
      inv_senddetail: expect.stringContaining('A plug-in said no.'),
      version: 'W/"7"',
    });
  });

  it('whose mail exists already is only marked as sent', async () => {
    const { context, requests } = scriptedDoor({
      writeEach: (transactions, call) => (call === 1 ? [{ kind: 'exists' }] : allDone(transactions)),
      rows: () => [{ activityid: idOf(invitee('P0')).toUpperCase() }],
    });
    await expect(handOver(job(), context)).resolves.toBe('sent');
    expect(mailIds(requests[1] ?? [])).toEqual([]);
    expect(closingOf(requests[1] ?? [])).toMatchObject({ statuscode: table.status.sent, version: 'W/"7"' });
  });

  it.each([
    ['0x80040220', 'INV_DATAVERSE_FORBIDDEN'],
    ['0x8004F508', 'INV_CODE_UNREADABLE'],
  ])(
    'that the service lacks a right for (%s) stays as it is until the right is given',
    async (code, error) => {
      const { context, requests } = scriptedDoor({
        writeEach: () => [{ kind: 'refused', error: { status: 403, code, message: 'No.' } }],
      });
      await expect(handOver(job(), context)).rejects.toMatchObject({ code: error });
      expect(requests).toHaveLength(1);
    },
  );

  it('that cannot even be marked throws', async () => {
    const { context } = scriptedDoor({ writeEach: () => [{ kind: 'refused', error: failure() }] });
    await expect(handOver(job(), context)).rejects.toMatchObject({ code: 'INV_SEND_REFUSED' });
  });
});

describe('a group', () => {
  it('goes in requests of a hundred mails, and is Sent with the last', async () => {
    const { context, requests } = scriptedDoor({ writeEach: allDone });
    await expect(handOver(job(people(250)), context)).resolves.toBe('sent');
    expect(requests.map((transactions) => transactions.length)).toEqual([100, 100, 50]);
    expect(requests.map((transactions) => closingOf(transactions)?.statuscode)).toEqual([
      undefined,
      undefined,
      table.status.sent,
    ]);
    expect(new Set(requests.flatMap(mailIds)).size).toBe(250);
  });

  it('that was sent in part goes on where it stopped', async () => {
    const all = people(5);
    const { context, requests } = scriptedDoor({
      writeEach: (transactions, call) => (call === 1 ? [{ kind: 'exists' }] : allDone(transactions)),
      rows: () => all.slice(0, 3).map((contact) => ({ activityid: idOf(contact) })),
    });
    await expect(handOver(job(all), context)).resolves.toBe('sent');
    expect(mailIds(requests[1] ?? [])).toEqual(all.slice(3).map(idOf));
    expect(closingOf(requests[1] ?? [])).toMatchObject({
      inv_senddetail: '5 mails handed over for delivery.',
    });
  });

  it('goes on after a request that was answered only in part', async () => {
    const { context, requests } = scriptedDoor({
      writeEach: (transactions, call) => allDone(call === 1 ? transactions.slice(0, 2) : transactions),
    });
    await expect(handOver(job(people(5)), context)).resolves.toBe('sent');
    expect(requests.map((transactions) => mailIds(transactions).length)).toEqual([5, 3]);
  });

  it('passes over a contact that Dataverse refuses and says so', async () => {
    const all = people(4);
    const { context, requests } = scriptedDoor({
      writeEach: (transactions, call) =>
        call === 1 ? doneThen(1, { kind: 'refused', error: failure('Bad address.') }) : allDone(transactions),
    });
    await expect(handOver(job(all), context)).resolves.toBe('sent');
    expect(mailIds(requests[1] ?? [])).toEqual(all.slice(2).map(idOf));
    expect(closingOf(requests[1] ?? [])).toMatchObject({
      statuscode: table.status.sent,
      inv_sendresult: table.sendResult.partlySent,
      inv_senddetail: expect.stringMatching(/^3 mails handed over for delivery\. .*Bad address/u),
    });
  });

  it('stops when Dataverse refuses one after the other, and can be taken up later', async () => {
    const { context, requests } = scriptedDoor({
      writeEach: (transactions) =>
        mailIds(transactions).length > 0
          ? doneThen(requests.length === 1 ? 2 : 0, { kind: 'refused', error: failure() })
          : allDone(transactions),
    });
    await expect(handOver(job(people(50)), context)).resolves.toBe('refused');
    expect(requests).toHaveLength(5);
    const closing = closingOf(requests.at(-1) ?? []);
    expect(closing).toMatchObject({
      statuscode: table.status.sendFailed,
      inv_sendresult: table.sendResult.refusedByDataverse,
      inv_senddetail: expect.stringContaining('2 mails handed over, then sending stopped.'),
    });
    expect(closing).not.toHaveProperty('inv_sendgeneration');
  });

  it('that finds its mails existing again and again leaves it to the next round', async () => {
    const { context, requests } = scriptedDoor({ writeEach: () => [{ kind: 'exists' }], rows: () => [] });
    await expect(handOver(job(people(2)), context)).resolves.toBe('changed');
    expect(requests).toHaveLength(4);
  });
});

describe('the pace of the sender', () => {
  it('hands over what the minute allows and leaves the invitation as it is', async () => {
    const { context, requests } = scriptedDoor({ writeEach: allDone }, {}, 2);
    await expect(handOver(job(people(3)), context)).resolves.toBe('paced');
    expect(requests.map((transactions) => mailIds(transactions).length)).toEqual([2]);
    expect(requests.map(closingOf)).toEqual([undefined]);
  });

  it('asks Dataverse nothing while the minute is used up', async () => {
    const { context, requests } = scriptedDoor({ writeEach: allDone }, {}, 1);
    await expect(handOver(job(), context)).resolves.toBe('sent');
    await expect(handOver(job(), context)).resolves.toBe('paced');
    expect(requests).toHaveLength(1);
  });

  it('does not count what was certainly not handed over', async () => {
    const { context } = scriptedDoor(
      {
        writeEach: (transactions, request) => (request === 1 ? [{ kind: 'changed' }] : allDone(transactions)),
      },
      {},
      1,
    );
    await expect(handOver(job(), context)).resolves.toBe('changed');
    await expect(handOver(job(), context)).resolves.toBe('sent');
  });
});
