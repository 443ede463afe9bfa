import { element, label } from './svg.js';

/** The kinds of bars: what the picture is about, and what it is compared with. */
export type BarKind = 'first' | 'second' | 'third';

/** Bars side by side, under one word. */
export interface BarGroup {
  readonly name: string;
  readonly bars: readonly { readonly kind: BarKind; readonly value: number }[];
  /** A mark across the group: what it could reach at most. */
  readonly mark?: number;
}

/** A chart of bars. */
export interface BarPanel {
  readonly heading: string;
  /** Under the groups' names: what they are. */
  readonly axis: string;
  readonly groups: readonly BarGroup[];
  /** A line across all groups, and its words. */
  readonly limit?: { readonly value: number; readonly text: string };
  readonly format: (value: number) => string;
}

/** Where a panel lies. */
export interface Place {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

const headingHeight = 40;
const axisHeight = 44;
/** Share of a group's width that bars take. */
const filled = 0.72;
const widestBar = 44;
/** Room between the top of a bar and its figure. */
const gap = 5;
/** Bars from this height on hold their figure, so that no mark lies over it. */
const holdsFigure = 22;
const figureHeight = 16;

/** Draws a panel: bars from zero, each with its figure, marks and limit on the same scale. */
export function drawBarPanel(panel: BarPanel, { x, y, width, height }: Place): string {
  const { heading, axis, groups, limit, format } = panel;
  const ground = y + height - axisHeight;
  const room = height - headingHeight - axisHeight;
  const most = Math.max(
    limit?.value ?? 0,
    ...groups.flatMap(({ bars, mark = 0 }) => [mark, ...bars.map(({ value }) => value)]),
  );
  const heightOf = (value: number): number => (value / most) * room;
  const step = width / groups.length;

  const drawn = groups.flatMap(({ name, bars, mark }, index) => {
    const middle = x + step * (index + 0.5);
    const barWidth = Math.min(widestBar, (step * filled) / bars.length);
    const left = middle - (barWidth * bars.length) / 2;
    return [
      ...bars.flatMap(({ kind, value }, place) => {
        const barX = left + barWidth * place;
        const top = ground - heightOf(value);
        return [
          element('rect', {
            class: kind,
            x: barX + 1,
            y: top,
            width: barWidth - 2,
            height: Math.max(heightOf(value), 1),
            rx: 2,
          }),
          heightOf(value) < holdsFigure
            ? label(format(value), barX + barWidth / 2, top - gap, 'value', 'middle')
            : label(format(value), barX + barWidth / 2, top + figureHeight, 'inside', 'middle'),
        ];
      }),
      ...(mark === undefined ? [] : [markOf(left, barWidth * bars.length, ground - heightOf(mark))]),
      label(name, middle, ground + 18, 'value', 'middle'),
    ];
  });
  return [
    label(heading, x, y + 14, 'heading'),
    ...drawn,
    element('line', { class: 'axis', x1: x, x2: x + width, y1: ground, y2: ground }),
    label(axis, x + width / 2, ground + 36, 'quiet', 'middle'),
    ...(limit ? limitOf(limit.text, x, width, ground - heightOf(limit.value)) : []),
  ].join('\n');
}

const markOf = (left: number, width: number, y: number): string =>
  element('line', { class: 'limit', x1: left - 6, x2: left + width + 6, y1: y, y2: y });

const limitOf = (text: string, x: number, width: number, y: number): string[] => [
  element('line', { class: 'limit', x1: x, x2: x + width, y1: y, y2: y }),
  label(text, x + width, y - gap, 'limitText', 'end'),
];
