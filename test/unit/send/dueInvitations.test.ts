import { describe, expect, it } from '@jest/globals';
import type { Read, Row } from '../../../plugins/dataverse/door.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { dueInvitations } from '../../../plugins/send/dueInvitations.js';
import { invitation as table } from '../../../solution/schema.js';
import { scriptedDoor } from './scriptedDoor.js';
import { invitationToSend } from './sample.js';

const start = Date.parse('2026-05-10T12:00:00Z');
const owner = (name: string) => ({
  systemuserid: name,
  fullname: name,
  internalemailaddress: `${name}@contoso.example`,
  isdisabled: false,
  applicationid: null,
});
const request = (name: string, index: number, given: Row = {}): Row => ({
  ...invitationToSend(),
  inv_invitationid: `${name}-${index}`,
  inv_code: 'x',
  createdon: new Date(start + index * 1_000).toISOString(),
  _ownerid_value: name,
  owninguser: owner(name),
  ...given,
});

/** A queue in pages of 250, which answers the conditions that a look may make; and a clock. */
function queueOf(rows: readonly Row[], mailsPerMinute: number) {
  let now = start;
  let requests = 0;
  const { context } = scriptedDoor(
    { readTogether: () => [{}, { value: [] }, { value: [] }] },
    {},
    mailsPerMinute,
  );
  const matches = (row: Row, filter = ''): boolean =>
    [...filter.matchAll(/(\(inv_type ne \d+ or )?_ownerid_value ne ([\w-]+)/gu)].every(
      ([, groupsOnly, id]) =>
        row._ownerid_value !== id || (groupsOnly !== undefined && row.inv_type !== table.type.group),
    ) && String(row.createdon) >= (/createdon ge (\S+)/u.exec(filter)?.[1] ?? '');
  const dataverse = {
    ...context.dataverse,
    readTogether: async (asked: readonly Read[]) => {
      requests += 1;
      return asked.map(() => ({ value: [] }));
    },
    async *pages<R extends Row>({ filter }: Read) {
      const left = rows.filter((row) => matches(row, filter));
      requests += 1;
      for (let from = 0; from < left.length; from += 250) {
        if (from > 0) requests += 1;
        yield left.slice(from, from + 250) as readonly unknown[] as readonly R[];
      }
    },
  };
  const queue: PluginContext = { ...context, dataverse, now: () => new Date(now) };
  return {
    context: queue,
    /** One look. @returns who is due, and how many requests it took */
    async look() {
      requests = 0;
      const due: string[] = [];
      for await (const page of dueInvitations(queue)) due.push(...page.map((row) => row.inv_invitationid));
      return { due, requests };
    },
    /** Hands over what is due of an owner. */
    send: (name: string, mails: number) => queue.pace.take(name, mails, queue.now()),
    pass: (seconds: number) => {
      now += seconds * 1_000;
    },
  };
}
const many = (name: string, count: number, given: Row = {}) =>
  Array.from({ length: count }, (_, index) => request(name, index, given));

describe('a queue that waits for one mailbox', () => {
  it('is not paged through: a look takes what there is room for, and asks once for others', async () => {
    const { look, send } = queueOf(many('ann', 10_000), 30);
    const first = await look();
    expect(first.due).toHaveLength(30);
    expect(first.requests).toBe(3);
    send('ann', 30);
    expect(await look()).toEqual({ due: [], requests: 1 });
  });

  it('is looked at again when half of the minute is free, the oldest first', async () => {
    const { look, send, pass } = queueOf(many('ann', 1_000), 30);
    await look();
    send('ann', 30);
    pass(59);
    expect((await look()).due).toEqual([]);
    pass(1);
    const { due } = await look();
    expect(due).toHaveLength(30);
    expect(due[0]).toBe('ann-0');
  });

  it('keeps nobody else waiting', async () => {
    const { look } = queueOf(
      [...many('ann', 1_000), ...[1_000, 1_001, 1_002].map((index) => request('ben', index))],
      30,
    );
    const { due, requests } = await look();
    expect(due.filter((id) => id.startsWith('ben'))).toHaveLength(3);
    expect(requests).toBeLessThanOrEqual(5);
  });

  it('leaves single invitations their share when a group fills it', async () => {
    const groups = many('ann', 2, { inv_type: table.type.group });
    const { look, context } = queueOf([...groups, ...many('ann', 300)], 20);
    const first = await look();
    expect(first.due.slice(0, 1)).toEqual(['ann-0']);
    context.pace.take('ann', 20, context.now(), 5);
    const { due } = await look();
    expect(due).toHaveLength(5);
  });

  it('ends the look where more mailboxes are full than a filter can name', async () => {
    const rows = Array.from({ length: 60 }, (_, who) => many(`owner${who}`, 300)).flat();
    const { look } = queueOf(
      rows.sort((one, other) => String(one.createdon).localeCompare(String(other.createdon))),
      1,
    );
    const { due, requests } = await look();
    expect(due.length).toBeGreaterThanOrEqual(50);
    expect(requests).toBeLessThan(10);
  });
});

it('without a pace every page is due as it is', async () => {
  const { look } = queueOf(many('ann', 600), 0);
  expect(await look()).toEqual({ due: many('ann', 600).map((row) => row.inv_invitationid), requests: 6 });
});
