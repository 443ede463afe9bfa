/** A slice of a pie as the path data of an SVG, around 0,0. */
export interface Slice {
  readonly category: number;
  readonly path: string;
}

/**
 * The slices of a pie, clockwise from the top. Only values above 0 have one: nothing else is a part of a whole.
 *
 * @param hole radius of what a doughnut leaves out; 0 for a pie
 */
export function slicesOf(values: readonly number[], radius: number, hole: number): readonly Slice[] {
  const total = values.reduce((sum, value) => sum + Math.max(0, value), 0);
  let turned = 0;
  return values.flatMap((value, category): Slice[] => {
    if (value <= 0) return [];
    const from = turned;
    turned += value / total;
    return [{ category, path: pathOf(from, turned, radius, hole) }];
  });
}

/** @param from @param to turns: 0 and 1 are at the top */
function pathOf(from: number, to: number, radius: number, hole: number): string {
  // An arc from a point to itself is nothing: a whole turn is drawn as two halves.
  if (to - from >= 1 - 1e-9) return `${ring(radius, 1)}${hole > 0 ? ring(hole, 0) : ''}`;
  const large = to - from > 0.5 ? 1 : 0;
  const outer = `M${point(from, radius)}A${radius} ${radius} 0 ${large} 1 ${point(to, radius)}`;
  const inner = hole > 0 ? `L${point(to, hole)}A${hole} ${hole} 0 ${large} 0 ${point(from, hole)}` : 'L0 0';
  return `${outer}${inner}Z`;
}

function ring(radius: number, sweep: 0 | 1): string {
  const half = (to: number) => `A${radius} ${radius} 0 1 ${sweep} ${point(to, radius)}`;
  return `M${point(0, radius)}${half(0.5)}${half(0)}Z`;
}

function point(turn: number, radius: number): string {
  const angle = turn * 2 * Math.PI;
  return `${fixed(radius * Math.sin(angle))} ${fixed(-radius * Math.cos(angle))}`;
}

function fixed(value: number): number {
  return Number(value.toFixed(2));
}
