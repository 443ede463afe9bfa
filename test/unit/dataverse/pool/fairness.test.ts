import { describe, expect, it } from '@jest/globals';
import { invitationError } from '../../../../plugins/errors/invitationError.js';
import { no, openPool, tooMuch } from './openPool.js';

describe('whoever waits', () => {
  it('gets its turn: a read behind 64 writes, each followed by another at once', async () => {
    const { write, read, arrived, clock } = openPool(1, 1);
    write('known');
    await clock.advance(25);
    await arrived[0]?.done();
    const again = (): void => {
      void write('w').outcome.then(again);
    };
    for (let name = 0; name < 64; name += 1) again();
    const { outcome } = read();
    let sent = 1;
    while (arrived[sent]?.writes !== 'read' && sent < 100) {
      await arrived[sent]?.done();
      sent += 1;
    }
    expect(sent).toBeLessThanOrEqual(10);
    await arrived[sent]?.done();
    expect(await outcome).toBe('read');
  });

  it('goes on when an identity is admitted, while the others are at their limit', () => {
    const { write, arrived, pool } = openPool(2, 1);
    pool.exclude(0, invitationError('INV_CODE_UNREADABLE'));
    write('a');
    write('b');
    expect(arrived.map(({ by }) => by)).toEqual([1]);
    pool.admit(0);
    expect(arrived.map(({ by }) => by)).toEqual([1, 0]);
  });

  it('goes on when the first of several gates opens', async () => {
    const { write, arrived, clock } = openPool(2, 1);
    write('a');
    write('b');
    await arrived[0]?.fail(tooMuch.requests('60'));
    await arrived[1]?.fail(tooMuch.requests('20'));
    await clock.advance(20_000);
    expect(arrived[2]?.by).toBe(1);
  });

  it('comes after those whom an identity could not serve', async () => {
    const { write, arrived } = openPool(2, 1);
    for (const name of 'abc') write(name);
    await arrived[0]?.fail(no(403, '0x80042f09'));
    await arrived[1]?.done();
    expect(arrived[2]?.writes).toMatch(/^a/);
  });

  it('is sent home for too many 429 only when its own patience is over', async () => {
    const { write, arrived, clock } = openPool(1, 1);
    const old = write('a');
    await arrived[0]?.fail(tooMuch.requests('300'));
    await clock.advance(300_000);
    await arrived[1]?.fail(tooMuch.requests('300'));
    const late = write('late');
    await clock.advance(300_000);
    await arrived[2]?.fail(tooMuch.requests('0'));
    expect(await old.outcome).toBe('INV_DATAVERSE_BUSY');
    expect(arrived[3]?.writes).toBe('late');
    await arrived[3]?.done();
    expect(await late.outcome).toBe('done');
  });

  it('has patience while Dataverse answers anybody, be it no', async () => {
    const { write, arrived, clock } = openPool(1, 1);
    write('a');
    const patient = write('b');
    await arrived[0]?.fail(tooMuch.requests('300'));
    await clock.advance(300_000);
    await arrived[1]?.fail(no(412));
    await arrived[2]?.fail(tooMuch.requests('300'));
    await clock.advance(300_000);
    await arrived[3]?.fail(tooMuch.requests('300'));
    await clock.advance(300_000);
    expect(arrived).toHaveLength(5);
    await arrived[4]?.done();
    expect(await patient.outcome).toBe('done');
  });
});

describe('a read', () => {
  it('is repeated after a passing fault, five times in all, behind those who wait', async () => {
    const { read, arrived, clock } = openPool(1, 1);
    const { outcome } = read();
    for (const [attempt, delay] of [250, 500, 1_000, 2_000].entries()) {
      await arrived[attempt]?.fail(no(503));
      await clock.advance(delay);
    }
    expect(arrived).toHaveLength(5);
    await arrived[4]?.fail(no(503));
    expect(await outcome).toMatchObject({ status: 503 });
  });

  it('in the name of one identity is repeated by no other, and fails alone', async () => {
    const refused: number[] = [];
    const { read, arrived, clock, pool } = openPool(2, 1, { onRefused: (index) => refused.push(index) });
    pool.exclude(1, invitationError('INV_CODE_UNREADABLE'));
    const { outcome } = read(1);
    await arrived[0]?.fail(tooMuch.executionTime('5'));
    expect(arrived).toHaveLength(1);
    await clock.advance(5_000);
    await arrived[1]?.fail(no(403, '0x80042f09'));
    expect(await outcome).toMatchObject({ status: 403 });
    expect(arrived.map(({ by }) => by)).toEqual([1, 1]);
    expect(refused).toEqual([]);
  });

  it('in the name of an identity waits on when the last of the others is taken out', async () => {
    const { read, write, arrived, pool } = openPool(2, 1);
    write('a');
    write('b');
    const outcomes = [read(0).outcome, write('c').outcome];
    pool.exclude(0, invitationError('INV_CODE_UNREADABLE'));
    pool.exclude(1, invitationError('INV_CODE_UNREADABLE'));
    expect(await outcomes[1]).toBe('INV_CODE_UNREADABLE');
    await arrived[0]?.done();
    await arrived[2]?.done();
    expect(await outcomes[0]).toBe('read');
  });
});
