import { describe, expect, it } from '@jest/globals';
import { barsOf, extentOf } from '../../../sandbox/app/client/chart/drawing/bars.js';
import { fitText } from '../../../sandbox/app/client/chart/drawing/fitText.js';
import { scaleOf } from '../../../sandbox/app/client/chart/drawing/scale.js';
import { slicesOf } from '../../../sandbox/app/client/chart/drawing/slices.js';

describe('The scale of a chart', () => {
  it.each([
    ['few rows', [3, 1], true, [0, 1, 2, 3]],
    ['many rows', [1234], true, [0, 500, 1000, 1500]],
    ['nothing', [0], true, [0, 1]],
    ['no categories', [], true, [0, 1]],
    ['parts of one', [0.35], false, [0, 0.1, 0.2, 0.3, 0.4]],
    ['losses', [-3, 4], false, [-4, -2, 0, 2, 4]],
  ])('of %s has round marks that hold all', (_name, values, whole, ticks) => {
    expect(scaleOf(values, whole).ticks).toEqual(ticks);
  });
});

describe('Bars', () => {
  const series = [{ values: [2, 0] }, { values: [1, 4] }];
  const scale = { ticks: [], low: 0, high: 4 };

  it('stand beside each other, none for nothing', () => {
    const bars = barsOf(series, scale, false, 100);
    expect(bars.map(({ series: of, category, low, high }) => [of, category, low, high])).toEqual([
      [0, 0, 0, 0.5],
      [1, 0, 0, 0.25],
      [1, 1, 0, 1],
    ]);
    expect(bars[0]?.to).toBeCloseTo(bars[1]?.from ?? 0);
  });

  it('stand on top of each other', () => {
    const bars = barsOf(series, scale, true, 100);
    expect(bars.map(({ low, high }) => [low, high])).toEqual([
      [0, 0.5],
      [0.5, 0.75],
      [0, 1],
    ]);
    expect(extentOf(series, true)).toEqual([3, 0, 4, 0]);
  });

  it('are 40 pixels wide at most', () => {
    const [bar] = barsOf([{ values: [1] }], scale, false, 1000);
    expect(((bar?.to ?? 0) - (bar?.from ?? 0)) * 1000).toBeCloseTo(40);
  });
});

describe('Slices', () => {
  it('are parts of a whole turn, clockwise from the top', () => {
    expect(slicesOf([1, 0, 3], 10, 0)).toEqual([
      { category: 0, path: 'M0 -10A10 10 0 0 1 10 0L0 0Z' },
      { category: 2, path: 'M10 0A10 10 0 1 1 0 -10L0 0Z' },
    ]);
  });

  it('are a whole ring when there is one', () => {
    const [slice] = slicesOf([5], 10, 4);
    expect(slice?.path.match(/A/g)).toHaveLength(4);
  });

  it('are none when there is nothing', () => {
    expect(slicesOf([0, 0], 10, 0)).toEqual([]);
  });
});

describe('A text beside a bar', () => {
  it.each([
    ['Sent', 100, 'Sent'],
    ['Send Requested', 50, 'Send R…'],
    ['Send Requested', 1, 'S…'],
  ])('%s in %s pixels is %s', (text, width, fitted) => {
    expect(fitText(text, width)).toBe(fitted);
  });
});
