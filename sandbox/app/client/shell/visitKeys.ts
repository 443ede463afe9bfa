import type { Visit } from '../host/host.js';

/** Numbers visits, so that two visits of one page are drawn as two pages. */
export function createVisitKeys(): (visit: Visit) => number {
  const keys = new WeakMap<Visit, number>();
  let last = 0;
  return (visit) => {
    const known = keys.get(visit);
    if (known !== undefined) return known;
    last += 1;
    keys.set(visit, last);
    return last;
  };
}
