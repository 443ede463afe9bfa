import { describe, expect, it } from '@jest/globals';
import { clockOffset } from '../../../plugins/dataverse/clockOffset.js';

const date = Date.parse('2026-05-10T12:00:00Z');

describe('how far the clock of Dataverse is ahead', () => {
  it.each<[string, number, { sent: number; received: number }, number]>([
    [
      'nothing, where both agree within the second that the header names',
      0,
      { sent: date + 400, received: date + 500 },
      0,
    ],
    ['nothing, where the answer was long under way', 0, { sent: date - 3_000, received: date + 500 }, 0],
    ['900 s, where the machine is late', 0, { sent: date - 900_000, received: date - 900_000 }, 900_500],
    ['-900 s, where the machine is early', 0, { sent: date + 900_000, received: date + 900_200 }, -899_600],
    [
      'what is known, as long as it may be right',
      900_500,
      { sent: date - 900_400, received: date - 900_300 },
      900_500,
    ],
    ['anew, when somebody has set the clock right', 900_500, { sent: date + 100, received: date + 200 }, 350],
  ])('%s', (_name, known, times, expected) => {
    expect(clockOffset(known, { ...times, date })).toBe(expected);
  });
});
