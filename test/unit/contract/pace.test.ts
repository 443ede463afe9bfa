import { describe, expect, it } from '@jest/globals';
import { createPace } from '../../../plugins/contract/pace.js';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 23, 12, 0, seconds));

describe('the pace of a sender', () => {
  it('grants what fits into a minute and the rest when the minute has passed', () => {
    const pace = createPace(30);
    expect(pace.take('a', 20, at(0))).toBe(20);
    expect(pace.take('a', 20, at(10))).toBe(10);
    expect(pace.take('a', 1, at(59))).toBe(0);
    expect(pace.take('a', 40, at(60))).toBe(20);
    expect(pace.take('a', 40, at(70))).toBe(10);
  });

  it('counts each sender alone', () => {
    const pace = createPace(1);
    expect([pace.take('a', 1, at(0)), pace.take('b', 1, at(0)), pace.take('a', 1, at(1))]).toEqual([1, 1, 0]);
  });

  it('grants again what was taken and not handed over', () => {
    const pace = createPace(5);
    pace.take('a', 5, at(0));
    pace.giveBack('a', 2);
    expect(pace.take('a', 5, at(1))).toBe(2);
  });

  it('is not full until a clock that was set back is there again', () => {
    const pace = createPace(1);
    pace.take('a', 1, at(3_600));
    expect(pace.take('a', 1, at(0))).toBe(1);
  });

  it('sets no limit at 0', () => {
    expect(createPace(0).take('a', 10_000, at(0))).toBe(10_000);
  });

  it('is divided between several services, and none stands still', () => {
    expect(createPace(30, 4).take('a', 30, at(0))).toBe(7);
    expect(createPace(2, 4).take('a', 30, at(0))).toBe(1);
    expect(createPace(0, 4).take('a', 30, at(0))).toBe(30);
  });

  it('leaves to others what is spared for them', () => {
    const pace = createPace(20);
    expect(pace.take('a', 20, at(0), 5)).toBe(15);
    expect(pace.take('a', 1, at(1), 5)).toBe(0);
    expect(pace.take('a', 20, at(1))).toBe(5);
  });
});

describe('the room of a mailbox', () => {
  it('is what the minute has left, until it is full', () => {
    const pace = createPace(30);
    pace.take('a', 20, at(0));
    expect(pace.room('a', at(1))).toBe(10);
  });

  it('that was full is there again when half of it is free: one look, not one for each mail', () => {
    const pace = createPace(4);
    for (const second of [0, 10, 20, 30]) pace.take('a', 1, at(second));
    expect([59, 60, 69, 70].map((second) => pace.room('a', at(second)))).toEqual([0, 0, 0, 2]);
  });

  it('is without end where no pace is set', () => {
    expect(createPace(0).room('a', at(0))).toBe(Infinity);
  });
});
