import { describe, expect, it } from '@jest/globals';
import { createRowMemory, type Fault } from '../../../../plugins/host/loop/rowMemory.js';
import { forgedClock } from '../../dataverse/forgedClock.js';

const failing = (fault: Fault, version = '1') => ({ version, problem: 'no', fault });

describe('the attempts at a row', () => {
  it.each([
    ['row', 5],
    ['passing', 10],
  ] as const)('for a fault of kind %s are used up after %d', (fault, attempts) => {
    const memory = createRowMemory(forgedClock());
    const exhausted = Array.from({ length: attempts }, () => memory.failed('a', failing(fault)).isExhausted);
    expect(exhausted.indexOf(true)).toBe(attempts - 1);
  });

  it('are not used up by obstacles, which are met by all rows', () => {
    const memory = createRowMemory(forgedClock());
    for (let time = 0; time < 50; time += 1) {
      expect(memory.failed('a', failing('obstacle')).isExhausted).toBe(false);
    }
    for (let time = 0; time < 4; time += 1) memory.failed('a', failing('row'));
    expect(memory.failed('a', failing('row')).isExhausted).toBe(true);
  });

  it('begin afresh when somebody changed the row', () => {
    const memory = createRowMemory(forgedClock());
    for (let time = 0; time < 4; time += 1) memory.failed('a', failing('row', '1'));
    expect(memory.failed('a', failing('row', '2')).isExhausted).toBe(false);
  });
});

describe('a row that failed', () => {
  it('is due at once after a first doubt, and rests after the next', () => {
    const memory = createRowMemory(forgedClock());
    expect(memory.failed('a', failing('passing')).isDueAtOnce).toBe(true);
    expect(memory.resting('a')).toBe(false);
    expect(memory.failed('a', failing('passing')).isDueAtOnce).toBe(false);
    expect(memory.resting('a')).toBe(true);
  });

  it('rests as long as rows can when it cannot be put aside, and that is news once', async () => {
    const clock = forgedClock();
    const memory = createRowMemory(clock);
    memory.failed('a', failing('row'));
    expect(memory.stuck('a', 'refused')).toBe(true);
    await clock.advance(299_000);
    expect(memory.resting('a')).toBe(true);
    await clock.advance(1_000);
    expect(memory.resting('a')).toBe(false);
    expect(memory.stuck('a', 'refused')).toBe(false);
  });

  it('has its attempts counted though thousands fail beside it, and memory stays bounded', async () => {
    const clock = forgedClock();
    const memory = createRowMemory(clock);
    const round = () =>
      Array.from({ length: 12_000 }, (_, id) => memory.failed(String(id), failing('row')).isExhausted).filter(
        Boolean,
      ).length;
    expect([round(), round(), round(), round(), round()]).toEqual([0, 0, 0, 0, 10_000]);
    // Those that have not come back since are forgotten, and the others get their turn.
    await clock.advance(700_000);
    memory.failed('newcomer', failing('row'));
    for (let time = 0; time < 3; time += 1) memory.failed('newcomer', failing('row'));
    expect(memory.failed('newcomer', failing('row')).isExhausted).toBe(true);
  });
});
