import { describe, expect, it } from '@jest/globals';
import { popupPosition } from '../../../sandbox/app/client/popup/popupPosition.js';

const screen = { width: 400, height: 600 };
const surface = { width: 200, height: 150 };

describe('A surface that pops up', () => {
  it.each([
    ['below its anchor', { left: 50, top: 100, bottom: 132 }, { left: 50, top: 134 }],
    ['above it where there is no room below', { left: 50, top: 500, bottom: 532 }, { left: 50, top: 348 }],
    ['inside the right edge', { left: 350, top: 100, bottom: 132 }, { left: 196, top: 134 }],
    ['inside the left edge', { left: -30, top: 100, bottom: 132 }, { left: 4, top: 134 }],
  ])('opens %s', (_, anchor, place) => {
    expect(popupPosition(anchor, surface, screen)).toEqual(place);
  });

  it('stays on the screen where there is room neither below nor above', () => {
    const tall = { width: 200, height: 560 };
    expect(popupPosition({ left: 50, top: 300, bottom: 332 }, tall, screen)).toEqual({ left: 50, top: 36 });
  });
});
