import { describe, expect, it } from '@jest/globals';
import { createAttempts } from '../../../../plugins/redeem/locks/attempts.js';
import type { LockRow } from '../../../../plugins/redeem/locks/lockRow.js';
import { type Asked, subjectsOf } from '../../../../plugins/redeem/locks/subject.js';
import { createTallies } from '../../../../plugins/redeem/locks/tallies.js';

const at = (seconds: number): number => Date.UTC(2026, 10, 23, 12, 0, seconds);
const address = '203.0.113.7';
const subjects = (asked: Asked) => subjectsOf(asked, 'contoso');

/** The attempts of a service, and what they told. */
function attempting() {
  const locked: string[] = [];
  const tallies = createTallies();
  const attempts = createAttempts({
    tallies,
    service: 'mine',
    onLocked: ({ subject }, seconds) => locked.push(`${subject.kind} ${seconds}`),
    onWork: () => undefined,
  });
  return {
    ...attempts,
    locked,
    tallies,
    begin: (asked: Asked, seconds: number) => attempts.begin(subjects(asked), at(seconds)),
    fail: (asked: Asked, seconds: number) => attempts.fail(subjects(asked), at(seconds), undefined),
    /** Attempts that fail at once, each with another code. @returns how many were let through */
    guess(times: number, seconds: number, from = address): number {
      const guesses = Array.from({ length: times }, (_, guess) => ({
        address: from,
        code: `${from} ${seconds} ${guess}`,
      }));
      return guesses.filter((asked) => {
        const isLet = attempts.begin(subjects(asked), at(seconds)) === 0;
        if (isLet) attempts.fail(subjects(asked), at(seconds), undefined);
        return isLet;
      }).length;
    },
    hear: (asked: Asked, seconds: number, ...rows: readonly LockRow[]) =>
      attempts.learn(subjects(asked), rows, at(seconds)),
  };
}

/** A row of another service about an address. */
const row = (failures: number, seconds: number, service = 'other'): LockRow => ({
  row: `row of ${service}`,
  subject: subjects({ address, code: 'x' })[0]?.hash ?? '',
  service,
  failures,
  lastOn: at(seconds),
  invitationId: undefined,
});

describe('Failed attempts', () => {
  it('from one address stop after 100 different codes, for ten minutes from the last', () => {
    const attempts = attempting();
    expect(attempts.guess(99, 0)).toBe(99);
    expect(attempts.guess(1, 60)).toBe(1);
    expect(attempts.begin({ address, code: 'y' }, 60)).toBe(600);
    expect(attempts.begin({ address, code: 'y' }, 659)).toBe(1);
    expect(attempts.begin({ address, code: 'y' }, 660)).toBe(0);
  });

  it('from elsewhere, or from a door that knows no address, are not held back by it', () => {
    const attempts = attempting();
    attempts.guess(100, 0);
    expect(attempts.begin({ address: '203.0.113.8', code: 'x' }, 1)).toBe(0);
    expect(attempts.begin({ address: undefined, code: 'x' }, 1)).toBe(0);
  });

  it('with one code stop after 300, from wherever they come', () => {
    const attempts = attempting();
    for (let time = 0; time < 300; time += 1) {
      const asked = { address: `10.0.${time % 200}.${time}`, code: 'c' };
      expect(attempts.begin(asked, 0)).toBe(0);
      attempts.fail(asked, 0);
    }
    expect(attempts.begin({ address, code: 'c' }, 10)).toBe(590);
    expect(attempts.begin({ address, code: 'd' }, 10)).toBe(0);
  });

  it('do not count those that succeeded', () => {
    const attempts = attempting();
    for (let time = 0; time < 500; time += 1) {
      expect(attempts.begin({ address, code: 'c' }, 0)).toBe(0);
      attempts.forgive(subjects({ address, code: 'c' }));
    }
    expect([...attempts.tallies.all()]).toEqual([]);
  });

  it('count while nobody knows yet that they failed', () => {
    const attempts = attempting();
    const burst = Array.from({ length: 1_000 }, (_, guess) => ({ address, code: `guess ${guess}` }));
    const answers = burst.map((asked) => attempts.begin(asked, 0));
    expect(answers.filter((seconds) => seconds === 0)).toHaveLength(100);
    expect(new Set(answers)).toEqual(new Set([0, 600]));
    expect(attempts.locked).toEqual([]);
    for (const asked of burst.slice(0, 100)) attempts.forgive(subjects(asked));
    expect(attempts.begin({ address, code: 'x' }, 1)).toBe(0);
  });

  it('are not prolonged by pushing on', () => {
    const attempts = attempting();
    attempts.guess(100, 0);
    for (let second = 1; second < 600; second += 1) {
      expect(attempts.begin({ address, code: 'x' }, second)).toBe(600 - second);
    }
    expect(attempts.begin({ address, code: 'x' }, 600)).toBe(0);
  });

  it('that began before a lock closed and end after it prolong it no more', () => {
    const attempts = attempting();
    expect(attempts.begin({ address, code: 'slow' }, 0)).toBe(0);
    expect(attempts.guess(99, 0)).toBe(99);
    expect(attempts.hear({ address, code: 'slow' }, 5, row(1, 4))).toBeGreaterThan(0);
    attempts.fail({ address, code: 'slow' }, 5);
    expect(attempts.begin({ address, code: 'x' }, 600)).toBe(0);
  });

  it('that are few in ten minutes never lock, however long it goes on', () => {
    const attempts = attempting();
    for (let minute = 0; minute < 200; minute += 1) expect(attempts.guess(5, minute * 60)).toBe(5);
  });
});

describe('What other services have counted', () => {
  const asked = { address, code: 'x' };

  it('locks here too, to the same second, and is remembered', () => {
    const attempts = attempting();
    expect(attempts.begin(asked, 20)).toBe(0);
    expect(attempts.hear(asked, 20, row(100, 10))).toBe(590);
    attempts.forgive(subjects(asked));
    expect(attempts.begin(asked, 21)).toBe(589);
    expect(attempts.begin(asked, 610)).toBe(0);
  });

  it('adds up with the failures here and those under way', () => {
    const attempts = attempting();
    expect(attempts.guess(30, 0)).toBe(30);
    for (let time = 0; time < 10; time += 1) expect(attempts.begin(asked, 1)).toBe(0);
    expect(attempts.hear(asked, 1, row(30, 0), row(30, 1, 'third'))).toBe(0);
    expect(attempts.hear(asked, 1, row(30, 0), row(31, 1, 'third'))).toBeGreaterThan(0);
  });

  it('is forgotten when its rows are', () => {
    const attempts = attempting();
    attempts.begin(asked, 0);
    expect(attempts.hear(asked, 0, row(99, 0))).toBe(0);
    attempts.begin(asked, 1);
    expect(attempts.hear(asked, 1)).toBe(0);
    expect(attempts.begin(asked, 2)).toBe(0);
  });

  it('is not what this service has told itself', () => {
    const attempts = attempting();
    expect(attempts.guess(60, 0)).toBe(60);
    attempts.begin(asked, 1);
    expect(attempts.hear(asked, 1, row(60, 0, 'mine'))).toBe(0);
  });

  it('is, where this service has lost its own count', () => {
    const attempts = attempting();
    attempts.begin(asked, 1);
    expect(attempts.hear(asked, 1, row(100, 0, 'mine'))).toBe(599);
  });
});

describe('A lock-out', () => {
  it('is told once, when it closes, and again the next time', () => {
    const attempts = attempting();
    attempts.guess(1_000, 0);
    expect(attempts.locked).toEqual(['address 600']);
    attempts.guess(1_000, 601);
    expect(attempts.locked).toEqual(['address 600', 'address 600']);
  });

  it('that another service has begun is told here when it is met', () => {
    const attempts = attempting();
    for (const second of [10, 11, 12]) {
      if (attempts.begin({ address, code: 'x' }, second) === 0) {
        attempts.hear({ address, code: 'x' }, second, row(100, 0));
        attempts.forgive(subjects({ address, code: 'x' }));
      }
    }
    expect(attempts.locked).toEqual(['address 590']);
  });
});

describe('The memory', () => {
  it('holds no more than 20,000 subjects, and forgets those first that were not seen for the longest time', () => {
    const attempts = attempting();
    attempts.guess(50, 0);
    for (let guest = 0; guest < 15_000; guest += 1) {
      attempts.guess(1, 1, `10.${guest >> 8}.${guest & 255}.1`);
      if (guest % 1_000 === 0) attempts.begin({ address, code: 'x' }, 1);
    }
    const kept = [...attempts.tallies.all()];
    expect(kept).toHaveLength(20_000);
    expect(kept.filter(({ failures }) => failures.length === 50)).toHaveLength(1);
    const last = { address: '10.58.151.1', code: 'y' };
    expect(subjects(last).map((subject) => attempts.tallies.of(subject).failures.length)).toEqual([1, 0]);
  });
});
