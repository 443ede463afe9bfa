import type { Depth } from '../../metadata/solution.js';

/** How far a privilege reaches, from the own rows to all rows. */
const order: readonly Depth[] = ['Basic', 'Local', 'Deep', 'Global'];

/** The farther of two depths: what two roles give together. */
export function greaterDepth(a: Depth | undefined, b: Depth | undefined): Depth | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  return order.indexOf(a) >= order.indexOf(b) ? a : b;
}

/** The nearer of two depths, or none: what two users may both do. */
export function lesserDepth(a: Depth | undefined, b: Depth | undefined): Depth | undefined {
  if (a === undefined || b === undefined) return undefined;
  return order.indexOf(a) <= order.indexOf(b) ? a : b;
}
