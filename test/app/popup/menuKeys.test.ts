import { describe, expect, it } from '@jest/globals';
import { nextEntry } from '../../../sandbox/app/client/popup/menuKeys.js';

const labels = ['Active', 'All', 'Expired', 'Égaux'];

describe('Keys in a menu', () => {
  it.each([
    ['ArrowDown', 0, 1],
    ['ArrowDown', 3, 0],
    ['ArrowDown', -1, 0],
    ['ArrowUp', 0, 3],
    ['Home', 2, 0],
    ['End', 0, 3],
    ['a', 0, 1],
    ['a', 1, 0],
    ['E', 0, 2],
    ['é', 0, 3],
  ])('%s leads from %i to %i', (key, from, to) => {
    expect(nextEntry(key, from, labels)).toBe(to);
  });

  it.each(['Enter', ' ', 'Tab', 'z'])('%j is none of them', (key) => {
    expect(nextEntry(key, 0, labels)).toBeUndefined();
  });

  it('lead nowhere in an empty menu', () => {
    expect(nextEntry('ArrowDown', -1, [])).toBeUndefined();
  });
});
