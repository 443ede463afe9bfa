import { AsyncLocalStorage } from 'node:async_hooks';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { no, openPool, tooMuch } from './openPool.js';

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the observer of a pool', () => {
  it('is told outside the async context of whoever asks, and asks for them inside it', async () => {
    const context = new AsyncLocalStorage<string>();
    const told: unknown[] = [];
    const tell = (what: string) => () => told.push([what, context.getStore()]);
    const { write, arrived, clock } = openPool(2, 1, {
      observer: { roundTrip: tell('roundTrip'), held: tell('held'), asker: () => context.getStore() },
      onRefused: tell('refused'),
    });
    for (const name of ['a', 'b', 'c']) context.run(name, () => write(name));
    await context.run('server', async () => {
      await arrived[0]?.fail(tooMuch.requests('1'));
      await arrived[1]?.fail(no(403, '0x80042f09'));
    });
    await context.run('timer', () => clock.advance(1_000));
    await arrived[2]?.done();
    expect(told.map((one) => (one as string[])[0])).toEqual([
      'roundTrip',
      'held',
      'roundTrip',
      'refused',
      'roundTrip',
    ]);
    expect(told.every((one) => (one as unknown[])[1] === undefined)).toBe(true);
  });

  it('learns who asked for what travelled together', async () => {
    const context = new AsyncLocalStorage<string>();
    const trips: unknown[] = [];
    const { write, arrived, clock } = openPool(1, 1, {
      observer: {
        roundTrip: ({ askers }) => trips.push(askers),
        held: () => undefined,
        asker: () => context.getStore(),
      },
    });
    write('known');
    await clock.advance(25);
    await arrived[0]?.done();
    for (const name of ['busy', 'a', 'b']) context.run(name, () => write(name));
    await arrived[1]?.done();
    await arrived[2]?.done();
    expect(trips).toEqual([undefined, ['busy'], ['a', 'b']]);
  });

  it('harms nobody when it throws: it is a warning of the process', async () => {
    const warned = jest.spyOn(process, 'emitWarning').mockImplementation(() => undefined);
    const fail = (): never => {
      throw new Error('a mistake');
    };
    const { write, arrived, clock } = openPool(2, 1, {
      observer: { roundTrip: fail, held: fail, asker: fail },
      onRefused: fail,
    });
    const outcomes = ['a', 'b'].map((name) => write(name).outcome);
    await arrived[0]?.fail(no(403, '0x80042f09'));
    await arrived[1]?.fail(tooMuch.requests('0'));
    expect(warned.mock.calls.map(([warning]) => String(warning))).toEqual(Array(6).fill('Error: a mistake'));
    await clock.advance(0);
    await arrived[2]?.done();
    await arrived[3]?.done();
    expect(await Promise.all(outcomes)).toEqual(['done', 'done']);
  });
});
