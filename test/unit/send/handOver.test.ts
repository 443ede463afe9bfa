import { describe, expect, it } from '@jest/globals';
import type { Row, Write, WriteOutcome } from '../../../plugins/dataverse/door.js';
import { invitationError } from '../../../plugins/errors/invitationError.js';
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
  spared: 0,
  recipients,
  someoneJoined: async () => false,
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
/** The row that stands in Dataverse while a group is sent. */
const unchanged = { '@odata.etag': 'W/"7"' };
const done: readonly WriteOutcome[] = [{ kind: 'done' }];

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
  it('goes in waves of twenty mails, and is Sent with the last', async () => {
    const waves: number[] = [];
    const { context, requests } = scriptedDoor({
      writeEach: allDone,
      rows: () => [],
      row: () => {
        waves.push(requests.length);
        return unchanged;
      },
    });
    await expect(handOver(job(people(50)), context)).resolves.toBe('sent');
    expect(waves).toEqual([0, 20, 40]);
    expect(requests).toHaveLength(50);
    expect(requests.slice(0, -1).map(closingOf)).toEqual(Array<undefined>(49).fill(undefined));
    expect(requests.at(-1)?.[0]?.map(({ kind }) => kind)).toEqual(['update', 'create', 'action']);
    expect(new Set(requests.flatMap(mailIds)).size).toBe(50);
  });

  it.each([
    ['while it is sent', 1, 20],
    ['while it waits for its turn', 0, 0],
  ])('that is cancelled %s stops', async (_, waves, mails) => {
    let looks = 0;
    const { context, requests } = scriptedDoor({
      writeEach: allDone,
      rows: () => [],
      row: () => (looks++ < waves ? unchanged : { '@odata.etag': 'W/"8"' }),
    });
    await expect(handOver(job(people(50)), context)).resolves.toBe('changed');
    expect(requests).toHaveLength(mails);
  });

  it('that is taken up again sends new mails at once, though its version changes with each wave', async () => {
    const all = people(30);
    let looks = 0;
    const { context, requests } = scriptedDoor({
      writeEach: allDone,
      rows: () => all.slice(0, 5).map((contact) => ({ activityid: idOf(contact) })),
      row: () => (looks++ === 0 ? unchanged : { '@odata.etag': 'W/"8"' }),
    });
    await expect(handOver(job(all), context)).resolves.toBe('changed');
    expect(requests.flatMap(mailIds)).toEqual(all.slice(5, 25).map(idOf));
  });

  it('that somebody joins while it is sent is not closed without them', async () => {
    const { context, requests } = scriptedDoor({ writeEach: allDone, row: () => unchanged });
    const joined = job(people(3), { someoneJoined: async () => true });
    await expect(handOver(joined, context)).resolves.toBe('changed');
    expect(requests.flatMap(mailIds)).toHaveLength(2);
    expect(requests.map(closingOf)).toEqual([undefined, undefined]);
  });

  it('finds a mail that is not regarding it any more by its id', async () => {
    const all = people(3);
    const { context, requests } = scriptedDoor({
      writeEach: (_transactions, call) => (call === 1 ? [{ kind: 'exists' }] : done),
      rows: ({ filter = '' }) =>
        all.filter((contact) => filter.includes(idOf(contact))).map((one) => ({ activityid: idOf(one) })),
      row: () => unchanged,
    });
    await expect(handOver(job(all), context)).resolves.toBe('sent');
    expect(requests).toHaveLength(3);
  });

  it.each([
    ['was sent in part', { kind: 'exists' }],
    ['gets no answer for some', { kind: 'unknown', error: failure() }],
  ] as const)('that %s looks up what is there and goes on with the others', async (_, outcome) => {
    const all = people(5);
    const { context, requests } = scriptedDoor({
      writeEach: (_transactions, call) => (call <= 3 ? [outcome] : done),
      rows: () => all.slice(0, 2).map((contact) => ({ activityid: idOf(contact) })),
      row: () => unchanged,
    });
    await expect(handOver(job(all), context)).resolves.toBe('sent');
    expect(requests.slice(0, 4).flatMap(mailIds)).toEqual(all.slice(0, 4).map(idOf));
    expect(requests.slice(4).flatMap(mailIds)).toEqual([all[2], all[4]].map((one) => one && idOf(one)));
    expect(closingOf(requests.at(-1) ?? [])).toMatchObject({
      inv_senddetail: '5 mails handed over for delivery.',
    });
  });

  it('loses answer after answer and is not given up while it moves', async () => {
    const all = people(40);
    const there = new Set<unknown>();
    const { context } = scriptedDoor({
      // Each mail is made, and every second answer is lost.
      writeEach: (transactions, call) => {
        for (const id of mailIds(transactions)) there.add(id);
        return call % 2 === 0 && closingOf(transactions) === undefined
          ? [{ kind: 'unknown', error: failure() }]
          : done;
      },
      rows: () => [...there].map((activityid) => ({ activityid })),
      row: () => unchanged,
    });
    await expect(handOver(job(all), context)).resolves.toBe('sent');
    expect(there.size).toBe(40);
  });

  it('passes over a contact that Dataverse refuses and says so', async () => {
    const all = people(4);
    const { context, requests } = scriptedDoor({
      writeEach: (_, call) => (call === 2 ? [{ kind: 'refused', error: failure('Bad address.') }] : done),
      row: () => unchanged,
    });
    await expect(handOver(job(all), context)).resolves.toBe('sent');
    expect(requests.flatMap(mailIds)).toEqual(all.map(idOf));
    expect(closingOf(requests.at(-1) ?? [])).toMatchObject({
      statuscode: table.status.sent,
      inv_sendresult: table.sendResult.partlySent,
      inv_senddetail: expect.stringMatching(/^3 mails handed over for delivery\. .*Bad address/u),
    });
  });

  it('stops when Dataverse refuses one after the other, and can be taken up later', async () => {
    const { context, requests } = scriptedDoor({
      writeEach: (transactions, call) =>
        mailIds(transactions).length > 0 && call > 2 ? [{ kind: 'refused', error: failure() }] : done,
      rows: () => [],
      row: () => unchanged,
    });
    await expect(handOver(job(people(50)), context)).resolves.toBe('refused');
    expect(requests).toHaveLength(21);
    const closing = closingOf(requests.at(-1) ?? []);
    expect(closing).toMatchObject({
      statuscode: table.status.sendFailed,
      inv_sendresult: table.sendResult.refusedByDataverse,
      inv_senddetail: expect.stringContaining('2 mails handed over, then sending stopped.'),
    });
    expect(closing).not.toHaveProperty('inv_sendgeneration');
  });

  it.each([
    ['finds its mails existing', { kind: 'exists' }, 'changed'],
    ['gets no answer', { kind: 'unknown', error: failure() }, 'unknown'],
  ] as const)('that %s again and again leaves it to the next round', async (_, outcome, word) => {
    const { context, requests } = scriptedDoor({
      writeEach: () => [outcome],
      rows: () => [],
      row: () => unchanged,
    });
    await expect(handOver(job(people(3)), context)).resolves.toBe(word);
    expect(requests).toHaveLength(2 * 4);
  });

  it('ends every mail on its way before it reports an obstacle, and takes their room back', async () => {
    const { context, requests } = scriptedDoor(
      {
        writeEach: (_, call) => {
          if (call === 1) throw invitationError('INV_CODE_UNREADABLE');
          return done;
        },
        row: () => unchanged,
      },
      {},
      3,
    );
    await expect(handOver(job(people(4)), context)).rejects.toMatchObject({ code: 'INV_CODE_UNREADABLE' });
    expect(requests).toHaveLength(3);
    expect(context.pace.take('queue', 5, context.now())).toBe(1);
  });
});

describe('the pace of the sender', () => {
  it('hands over what the minute allows and leaves the invitation as it is', async () => {
    const { context, requests } = scriptedDoor({ writeEach: allDone, row: () => unchanged }, {}, 2);
    await expect(handOver(job(people(3)), context)).resolves.toBe('paced');
    expect(requests.flatMap(mailIds)).toHaveLength(2);
    expect(requests.map(closingOf)).toEqual([undefined, undefined]);
  });

  it('leaves a share of the minute to the single invitations of the same sender', async () => {
    const { context, requests } = scriptedDoor({ writeEach: allDone, row: () => unchanged }, {}, 8);
    await expect(handOver(job(people(20), { spared: 2 }), context)).resolves.toBe('paced');
    expect(requests).toHaveLength(6);
    await expect(handOver(job(), context)).resolves.toBe('sent');
  });

  it('asks Dataverse nothing while the minute is used up', async () => {
    const { context, requests } = scriptedDoor({ writeEach: allDone }, {}, 1);
    await expect(handOver(job(), context)).resolves.toBe('sent');
    await expect(handOver(job(), context)).resolves.toBe('paced');
    expect(requests).toHaveLength(1);
  });

  it('does not count a mail whose text cannot be made', async () => {
    const { context } = scriptedDoor({ writeEach: allDone }, {}, 1);
    const compose = async () => {
      throw invitationError('INV_TEMPLATE_MISSING', { title: 'Invitation' });
    };
    await expect(handOver(job(people(1), { compose }), context)).rejects.toThrow('Invitation');
    await expect(handOver(job(), context)).resolves.toBe('sent');
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
