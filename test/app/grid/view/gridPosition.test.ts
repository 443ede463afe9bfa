import { describe, expect, it } from '@jest/globals';
import { nextPosition } from '../../../../sandbox/app/client/grid/view/gridPosition.js';

const bounds = { lastRow: 24, lastColumn: 3 };
type Case = readonly [key: string, ctrl: boolean, from: [number, number], to: [number, number]];

describe('Keys in a grid', () => {
  it.each<Case>([
    ['ArrowDown', false, [-1, 1], [0, 1]],
    ['ArrowUp', false, [0, 1], [-1, 1]],
    ['ArrowUp', false, [-1, 1], [-1, 1]],
    ['ArrowDown', false, [24, 1], [24, 1]],
    ['ArrowLeft', false, [3, 0], [3, 0]],
    ['ArrowRight', false, [3, 2], [3, 3]],
    ['ArrowRight', false, [3, 3], [3, 3]],
    ['PageDown', false, [0, 2], [10, 2]],
    ['PageDown', false, [20, 2], [24, 2]],
    ['PageUp', false, [12, 2], [2, 2]],
    ['PageUp', false, [4, 2], [0, 2]],
    ['PageUp', false, [-1, 2], [-1, 2]],
    ['Home', false, [5, 3], [5, 0]],
    ['End', false, [5, 0], [5, 3]],
    ['Home', true, [5, 3], [-1, 0]],
    ['End', true, [5, 0], [24, 3]],
  ])('%s (Ctrl %s) leads from %j to %j', (key, ctrl, [row, column], [toRow, toColumn]) => {
    expect(nextPosition(key, ctrl, { row, column }, bounds)).toEqual({ row: toRow, column: toColumn });
  });

  it('of an empty grid stay in the header', () => {
    expect(nextPosition('ArrowDown', false, { row: -1, column: 1 }, { lastRow: -1, lastColumn: 3 })).toEqual({
      row: -1,
      column: 1,
    });
  });

  it('that move nothing are left to the browser', () => {
    expect(nextPosition('Tab', false, { row: 0, column: 0 }, bounds)).toBeUndefined();
  });
});
