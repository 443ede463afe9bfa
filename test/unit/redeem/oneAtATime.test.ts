import { describe, expect, it } from '@jest/globals';
import { oneAtATime } from '../../../plugins/redeem/oneAtATime.js';

/** A task that says when it begins and ends when it is told to, with an error if one is given. */
function stepped(log: string[], name: string) {
  let end: (error?: Error) => void = () => undefined;
  const ended = new Promise<Error | undefined>((resolve) => {
    end = resolve;
  });
  const task = async (): Promise<string> => {
    log.push(`${name} begins`);
    const error = await ended;
    if (error) throw error;
    log.push(`${name} ends`);
    return name;
  };
  return { task, end: (error?: Error) => end(error) };
}

const turn = () => new Promise((resolve) => setImmediate(resolve));

describe('tasks with one key', () => {
  it('run one after the other, in order, also after one that failed', async () => {
    const log: string[] = [];
    const inTurn = oneAtATime();
    const [a, b, c] = [stepped(log, 'a'), stepped(log, 'b'), stepped(log, 'c')];
    const results = [inTurn('key', a.task), inTurn('key', b.task), inTurn('key', c.task)];
    const settled = Promise.allSettled(results);
    c.end();
    b.end(new Error('b failed'));
    await turn();
    expect(log).toEqual(['a begins']);
    a.end();
    expect((await settled).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect(log).toEqual(['a begins', 'a ends', 'b begins', 'c begins', 'c ends']);
  });

  it('do not hold up those with another', async () => {
    const log: string[] = [];
    const inTurn = oneAtATime();
    const [a, b] = [stepped(log, 'a'), stepped(log, 'b')];
    const first = inTurn('one', a.task);
    const second = inTurn('two', b.task);
    b.end();
    await expect(second).resolves.toBe('b');
    a.end();
    await expect(first).resolves.toBe('a');
  });
});
