import type { BarKind } from './barPanel.js';
import { element, label } from './svg.js';

/** One sign and what it stands for. */
export interface LegendEntry {
  readonly kind: BarKind | 'limit';
  readonly text: string;
  /** Width that it takes, in pixels: text is not measured here. */
  readonly width: number;
}

/** Draws the entries in a line. */
export function drawLegend(entries: readonly LegendEntry[], x: number, y: number): string {
  const signs: string[] = [];
  let left = x;
  for (const { kind, text, width } of entries) {
    signs.push(
      kind === 'limit'
        ? element('line', { class: 'limit', x1: left, x2: left + 18, y1: y - 4, y2: y - 4 })
        : element('rect', { class: kind, x: left + 3, y: y - 10, width: 12, height: 12, rx: 2 }),
      label(text, left + 24, y, 'quiet'),
    );
    left += width;
  }
  return signs.join('\n');
}
