import { describe, expect, it } from '@jest/globals';
import { soakFigures } from '../../../scripts/soak/report/figures.js';
import { reportText } from '../../../scripts/soak/report/reportText.js';
import type { WaveResult } from '../../../scripts/soak/wave/waveResult.js';

const nothing = { requested: 0, effected: 0, lost: [], doubled: [], unexpected: [], recovered: 0 };
const wave: WaveResult = {
  number: 1,
  began: new Date(0),
  asked: [],
  mails: 11,
  tally: { ...nothing, requested: 10, effected: 10, recovered: 1 },
  redemptions: { ...nothing, requested: 4, effected: 4, recovered: 2 },
  requests: 9,
  fates: new Map([['kill', 5]]),
  faults: new Map([['dropAfter', 3]]),
  drained: 2.5,
  setAside: 1,
  violations: [],
};
const slots = [
  {
    name: 'service-1',
    memory: () => ({ last: 110.6, most: 120, growth: -2.3 }),
    comebacks: [900, 4_000, 700],
  },
  { name: 'service-2', memory: () => ({ last: 90, most: 91, growth: undefined }), comebacks: [] },
];
const run = { minutes: 1.23, interrupted: false };
const figuresOf = (...waves: readonly WaveResult[]) =>
  soakFigures({ seed: 7, services: 1 }, waves, slots, run);

describe('the figures of a soak', () => {
  it('add up its waves', () => {
    const second: WaveResult = {
      ...wave,
      fates: new Map([
        ['kill', 2],
        ['pause', 1],
      ]),
      drained: 7,
    };
    expect(figuresOf(wave, second)).toEqual({
      seed: 7,
      services: 1,
      minutes: 1.2,
      interrupted: false,
      waves: 2,
      requested: 20,
      mails: 22,
      lost: 0,
      doubled: 0,
      unexpected: 0,
      recovered: 2,
      redemptionRequests: 18,
      redemptions: 12,
      redemptionsExact: true,
      fates: { kill: 7, pause: 1 },
      faults: { dropAfter: 6 },
      setAside: 2,
      firstWork: { kills: 3, median: 0.9, worst: 4 },
      drained: 7,
      memory: {
        'service-1': { last: 111, most: 120, growth: -2 },
        'service-2': { last: 90, most: 91, growth: null },
      },
      violations: [],
    });
  });

  it('tell of no drained queue when one wave never came to that', () => {
    expect(figuresOf(wave, { ...wave, drained: undefined }).drained).toBeNull();
  });

  it('say so when a redemption is not exact', () => {
    const inexact = { ...wave, redemptions: { ...nothing, lost: ['i/c'] } };
    expect(figuresOf(inexact).redemptionsExact).toBe(false);
  });
});

describe('the report of a soak', () => {
  const violation = { kind: 'mail lost', subject: 'i/c/1', says: 'It did not happen.' } as const;

  it('shows violations, and how many more there are', () => {
    const text = reportText(figuresOf({ ...wave, violations: Array.from({ length: 42 }, () => violation) }));
    expect(text).toMatch(/^violations +42$/m);
    expect(text.match(/mail lost: i\/c\/1/g)).toHaveLength(40);
    expect(text).toContain('and 2 more');
  });

  it('says that nothing was done where nothing was', () => {
    expect(reportText(figuresOf())).toMatch(/^done to services +none$/m);
  });
});
