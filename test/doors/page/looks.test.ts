import { describe, expect, it } from '@jest/globals';
import { contrast } from '../../../plugins/doors/config/contrast.js';
import { brandColors, darkSurface } from '../../../plugins/doors/page/brand/colors.js';
import { monogram } from '../../../plugins/doors/page/brand/monogram.js';
import { styleSheet } from '../../../plugins/doors/page/style/styleSheet.js';
import { clip } from '../../../plugins/doors/page/view/clip.js';
import { untilQuarter } from '../../../plugins/doors/security/timer.js';

describe('the colour of a brand', () => {
  it.each(['#0f6cbd', '#000000', '#767676', '#b10e1c', '#0000ff', '#4b0082'])(
    '%s can be read in both schemes, and more so under the pointer',
    (color) => {
      const { brand, hover, pressed, onDark } = brandColors(color);
      expect(contrast(onDark, darkSurface)).toBeGreaterThanOrEqual(4.5);
      expect(contrast('#ffffff', brand)).toBeGreaterThanOrEqual(4.5);
      expect(contrast('#ffffff', hover)).toBeGreaterThanOrEqual(contrast('#ffffff', brand));
      expect(contrast('#ffffff', pressed)).toBeGreaterThanOrEqual(contrast('#ffffff', hover));
    },
  );

  it('is the one thing of the style sheet that differs', () => {
    expect(styleSheet('#0f6cbd')).toContain('--brand: #0f6cbd;');
    const rest = (color: string): string => styleSheet(color).replace(/--brand[\w-]*: #\w+;/g, '');
    expect(rest('#b10e1c')).toBe(rest('#0f6cbd'));
  });
});

it.each([
  ['contoso', 'C'],
  ['  élan', 'É'],
  ['<script>', '&lt;'],
  ['👩‍🚀 Space', '👩‍🚀'],
])('the monogram of %s is %s', (name, letter) => {
  expect(monogram({ name, color: '#0f6cbd' })).toContain(`>${letter}</text>`);
});

it.each([
  ['Anna', 'Anna'],
  ['  Anna\r\n\tFischer  ', 'Anna Fischer'],
  ['x'.repeat(121), `${'x'.repeat(119)}…`],
  ['😀'.repeat(120), '😀'.repeat(120)],
])('a text of others is clipped: %j', (text, shown) => {
  expect(clip(text)).toBe(shown);
});

it.each([
  [0, 250],
  [1, 249],
  [249, 1],
  [250, 250],
  [617.5, 132.5],
])('after %d ms a refusal waits %d ms, for the next quarter of a second', async (elapsed, wait) => {
  const waits: number[] = [];
  await untilQuarter(
    { read: () => 1000 + elapsed, wait: async (milliseconds) => void waits.push(milliseconds) },
    1000,
  );
  expect(waits).toEqual([wait]);
});
