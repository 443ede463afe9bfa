/** The marks of a value axis, from its lowest to its highest. */
export interface Scale {
  readonly ticks: readonly number[];
  readonly low: number;
  readonly high: number;
}

/** Multiples that people read easily. */
const steps = [1, 2, 5, 10];

/**
 * A scale from zero that holds all values, with about five marks at round numbers.
 *
 * @param wholeNumbers no marks between whole numbers: half a row cannot be counted
 */
export function scaleOf(values: readonly number[], wholeNumbers: boolean): Scale {
  const highest = Math.max(0, ...values);
  const lowest = Math.min(0, ...values);
  const rough = (highest - lowest || 1) / 5;
  const magnitude = 10 ** Math.floor(Math.log10(rough));
  const wanted = (steps.find((step) => step * magnitude >= rough) ?? 10) * magnitude;
  const step = wholeNumbers ? Math.max(1, Math.ceil(wanted)) : wanted;
  const first = Math.floor(lowest / step);
  const last = Math.max(first + 1, Math.ceil(highest / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => round((first + index) * step));
  return { ticks, low: round(first * step), high: round(last * step) };
}

/** 0.30000000000000004 is 0.3. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
