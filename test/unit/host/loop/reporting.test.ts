import { describe, expect, it } from '@jest/globals';
import { invitationError } from '../../../../plugins/errors/invitationError.js';
import { pagesOf, row, settle, startLoop } from './startLoop.js';

describe('what a loop cannot do', () => {
  it('reports that it cannot look, goes on trying, and takes the report back', async () => {
    let broken = true;
    const { clock, readiness, looks } = startLoop(
      () => {
        if (broken) throw invitationError('INV_SOLUTION_MISSING', { table: 'x' });
        return pagesOf();
      },
      async () => 'done',
    );
    await settle();
    expect(readiness.problems()).toMatchObject([{ part: 'test', code: 'INV_SOLUTION_MISSING' }]);
    broken = false;
    await clock.advance(1_000);
    await settle();
    expect(looks).toHaveLength(2);
    expect(readiness.problems()).toEqual([]);
  });

  it('is not ready while rows meet an obstacle that is not theirs, says so once, and takes it back', async () => {
    let shut = true;
    let waiting = Array.from({ length: 50 }, (_, id) => row(id));
    let tried = 0;
    const { clock, readiness, lines } = startLoop(
      () => pagesOf(waiting),
      async ({ id }) => {
        tried += 1;
        if (shut) throw invitationError('INV_CODE_UNREADABLE');
        waiting = waiting.filter((other) => other.id !== id);
        return 'done';
      },
    );
    for (let turn = 0; turn < 10; turn += 1) await settle();
    expect(tried).toBe(50);
    expect(readiness.problems()).toMatchObject([{ part: 'test', code: 'INV_CODE_UNREADABLE' }]);
    for (let second = 0; second < 30; second += 1) {
      await clock.advance(1_000);
      await settle();
    }
    expect(readiness.problems()).toHaveLength(1);
    expect(lines('error')).toHaveLength(1);
    expect(lines('warn')).toEqual([]);

    shut = false;
    for (let second = 0; second < 90; second += 1) {
      await clock.advance(1_000);
      await settle();
    }
    expect(waiting).toEqual([]);
    expect(readiness.problems()).toEqual([]);
  });

  it('says what is wrong with a row once, and again only when something else is', async () => {
    let problem = 'first';
    const { clock, readiness, lines } = startLoop(
      () => pagesOf([row(1)]),
      async () => {
        throw invitationError('INV_SEND_REFUSED', { invitation: '1', reason: problem });
      },
    );
    const wait = async (): Promise<void> => {
      for (let second = 0; second < 60; second += 1) {
        await settle();
        await clock.advance(1_000);
      }
    };
    await wait();
    expect(lines('warn')).toHaveLength(1);
    problem = 'second';
    await wait();
    expect(lines('warn')).toHaveLength(2);
    expect(readiness.problems()).toEqual([]);
  });
});
