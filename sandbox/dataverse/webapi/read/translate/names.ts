import type { Place } from './joins.js';

/** What names in an expression mean: `$it`, and the variables of the lambdas around it. */
export interface Names {
  readonly root: Place;
  readonly variables: ReadonlyMap<string, Place>;
}

/** The place a path starts from, and the steps from there. */
export function startOf(steps: readonly string[], names: Names): { place: Place; rest: readonly string[] } {
  const [first = '', ...rest] = steps;
  const variable = names.variables.get(first);
  if (variable !== undefined && rest.length > 0) return { place: variable, rest };
  return first === '$it' ? { place: names.root, rest } : { place: names.root, rest: steps };
}
