import { describe, expect, it } from '@jest/globals';
import { fit, OVERFLOW_WIDTH } from '../../../sandbox/app/client/commands/view/fit.js';
import { nextStop } from '../../../sandbox/app/client/commands/view/menubarKeys.js';
import { tooltip } from '../../../sandbox/app/client/commands/view/tooltip.js';

describe('The buttons that fit into a bar', () => {
  it.each<[string, readonly number[], number, number]>([
    ['all when they just fit', [50, 50, 50], 150, 3],
    ['those that leave room for the overflow button', [50, 50, 50], 149, 2],
    ['one less where that button needs the room', [50, 50, 50], 100 + OVERFLOW_WIDTH - 1, 1],
    ['none in a very narrow bar', [50, 50], 30, 0],
    ['none of none', [], 0, 0],
  ])('are %s', (_case, widths, available, count) => {
    expect(fit(widths, available)).toBe(count);
  });
});

describe('The keys of a bar', () => {
  it.each([
    ['ArrowRight', 0, 1],
    ['ArrowRight', 2, 0],
    ['ArrowLeft', 0, 2],
    ['ArrowLeft', 2, 1],
    ['Home', 2, 0],
    ['End', 0, 2],
    ['ArrowDown', 0, undefined],
  ])('%s leads from %i to %p', (key, from, to) => {
    expect(nextStop(key, from, 3)).toBe(to);
  });

  it('lead nowhere in an empty bar', () => {
    expect(nextStop('Home', 0, 0)).toBeUndefined();
  });
});

describe('A tooltip', () => {
  it('has the description below the title, if there is one', () => {
    expect(tooltip({ title: 'Save', description: 'Save this Contact.' })).toBe('Save\nSave this Contact.');
    expect(tooltip({ title: 'Save', description: '' })).toBe('Save');
  });
});
