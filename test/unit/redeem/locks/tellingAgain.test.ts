import { describe, expect, it } from '@jest/globals';
import type { WriteOutcome } from '../../../../plugins/dataverse/door.js';
import { invitationError } from '../../../../plugins/errors/invitationError.js';
import { failure } from '../../send/scriptedDoor.js';
import { type Fate, lockingOn } from './lockTable.js';

const invitationId = '5e7f1c3a-0000-4000-8000-000000000001';
const unknown: WriteOutcome = { kind: 'unknown', error: { message: 'no answer' } };
const refused: WriteOutcome = { kind: 'refused', error: failure('A plug-in said no.') };

describe('No count is lost or doubled', () => {
  it.each<[string, readonly (Fate | undefined)[], number]>([
    ['the answer to the first rows is lost', ['lost'], 1],
    ['the first rows are lost on their way', [unknown], 3],
    ['everything is lost, twice', [unknown, unknown, 'lost'], 5],
    ['there is no connection', [invitationError('INV_DATAVERSE_UNREACHABLE', { url: '', reason: '' })], 2],
    ['something unforeseen happens', [new TypeError('?')], 2],
  ])('when %s', async (_name, fates, requestsAtLast) => {
    const { fail, requests, nextRound, counts } = lockingOn(...fates);
    fail('203.0.113.7', 3);
    fail('203.0.113.8', 2);
    for (let round = 0; round < 3; round += 1) await nextRound();
    expect(counts()).toEqual([2, 3]);
    expect(requests).toHaveLength(requestsAtLast);
    fail('203.0.113.7');
    await nextRound();
    expect(counts()).toEqual([2, 4]);
  });

  it('when failures come while a row is on its way', async () => {
    const { locks, fail, counts } = lockingOn();
    fail('203.0.113.7', 3);
    const told = locks.flush();
    fail('203.0.113.7', 2);
    await told;
    expect(counts()).toEqual([5]);
  });

  it('when somebody deletes a row: what it told is forgiven, what came since is not', async () => {
    const { locks, fail, rows, counts, pass } = lockingOn();
    fail('203.0.113.7', 60);
    fail('203.0.113.8', 2);
    await locks.flush();
    rows.delete([...rows.keys()][0] ?? '');
    pass(1);
    fail('203.0.113.7', 3);
    fail('203.0.113.8');
    await locks.flush();
    expect(counts()).toEqual([3, 3]);
  });

  it('when the row of an invitation that was deleted cannot be made: the others are', async () => {
    const { locks, fail, counts, requests } = lockingOn({ kind: 'gone' }, undefined, { kind: 'gone' });
    fail('203.0.113.7', 3, invitationId);
    await locks.flush();
    expect(counts()).toEqual([3]);
    expect(requests).toHaveLength(3);
    await locks.flush();
    expect(requests).toHaveLength(3);
  });
});

describe('A Dataverse that does not take the rows', () => {
  it('is asked less and less often, and the log says it once', async () => {
    const away = Array<Error>(9).fill(invitationError('INV_DATAVERSE_UNREACHABLE', { url: '', reason: '' }));
    const { fail, nextRound, pauses, log, counts } = lockingOn(...away);
    fail('203.0.113.7');
    for (let round = 0; round < 10; round += 1) await nextRound();
    expect(pauses.map(({ milliseconds }) => milliseconds / 1000)).toEqual([
      1, 2, 4, 8, 16, 32, 60, 60, 60, 60,
    ]);
    expect(log).toEqual([
      expect.stringMatching(/^other services do not hear .* does not answer/),
      'other services hear of failed attempts to redeem again',
    ]);
    expect(counts()).toEqual([1]);
  });

  it('because the service lacks a right is asked again; one that refuses the rows is not', async () => {
    const error = { status: 403, code: '0x80040220', message: 'no privilege' };
    const forbidden = lockingOn({ kind: 'refused', error });
    forbidden.fail('203.0.113.7');
    await forbidden.nextRound();
    expect(forbidden.log).toEqual([expect.stringContaining('Dataverse refused writing redemption locks')]);
    await forbidden.nextRound();
    expect(forbidden.counts()).toEqual([1]);

    const unwelcome = lockingOn(refused, refused);
    unwelcome.fail('203.0.113.7');
    await unwelcome.nextRound();
    expect(unwelcome.log).toEqual([expect.stringContaining('A plug-in said no')]);
    await unwelcome.nextRound();
    expect(unwelcome.requests).toHaveLength(2);
  });

  it('does not hold up a service that stops', async () => {
    const away = Array<Error>(2).fill(invitationError('INV_DATAVERSE_UNREACHABLE', { url: '', reason: '' }));
    const { locks, fail, requests } = lockingOn(...away);
    fail('203.0.113.7');
    await locks.flush();
    expect(requests).toHaveLength(1);
  });
});
