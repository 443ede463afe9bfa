import { describe, expect, it } from '@jest/globals';
import { createAttempts, type Attempts } from '../../../plugins/redeem/attempts.js';

const at = (seconds: number): Date => new Date(Date.UTC(2026, 10, 23, 12, 0, seconds));
const fail = (attempts: Attempts, times: number, address: string | undefined, code = 'c'): void => {
  for (let time = 0; time < times; time += 1) attempts.begin({ address, code: `${code}${time}` }, at(0));
};

describe('failed attempts', () => {
  it('from one address stop after 100 different codes, for ten minutes', () => {
    const attempts = createAttempts();
    fail(attempts, 99, '203.0.113.7');
    expect(attempts.begin({ address: '203.0.113.7', code: 'x' }, at(60))).toBe(0);
    expect(attempts.begin({ address: '203.0.113.7', code: 'y' }, at(60))).toBe(540);
    expect(attempts.begin({ address: '203.0.113.7', code: 'y' }, at(601))).toBe(0);
  });

  it('from elsewhere, or from a door that knows no address, are not held back by it', () => {
    const attempts = createAttempts();
    fail(attempts, 100, '203.0.113.7');
    expect(attempts.begin({ address: '203.0.113.8', code: 'x' }, at(1))).toBe(0);
    expect(attempts.begin({ address: undefined, code: 'x' }, at(1))).toBe(0);
  });

  it('with one code stop after 300, from wherever they come', () => {
    const attempts = createAttempts();
    for (let time = 0; time < 300; time += 1) attempts.begin({ address: `10.0.0.${time}`, code: 'c' }, at(0));
    expect(attempts.begin({ address: '203.0.113.7', code: 'c' }, at(10))).toBe(590);
    expect(attempts.begin({ address: '203.0.113.7', code: 'd' }, at(10))).toBe(0);
  });

  it('do not count those that succeeded', () => {
    const attempts = createAttempts();
    for (let time = 0; time < 500; time += 1) {
      expect(attempts.begin({ address: '203.0.113.7', code: 'c' }, at(0))).toBe(0);
      attempts.forgive({ address: '203.0.113.7', code: 'c' });
    }
  });

  it('are not prolonged by pushing on', () => {
    const attempts = createAttempts();
    fail(attempts, 100, '203.0.113.7');
    for (let second = 1; second < 600; second += 1)
      attempts.begin({ address: '203.0.113.7', code: 'x' }, at(second));
    expect(attempts.begin({ address: '203.0.113.7', code: 'x' }, at(600))).toBe(0);
  });
});
