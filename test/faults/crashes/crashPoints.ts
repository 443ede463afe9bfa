import type { CrashPoint, Passed } from './crashHooks.js';
import type { Site } from './hookedSource.js';

/**
 * How many of the moments a scenario passes the service dies at, one run each.
 *  states  every site once, before and after, in the first scenario that comes by it; and in every scenario that is not large one
 *          moment for each number of requests that Dataverse had taken: a dead process leaves nothing but what Dataverse took, so
 *          moments with the same number leave the same behind
 *  sites   in every scenario every site once, before and after
 *  every   in every scenario every moment
 */
export type Thoroughness = 'states' | 'sites' | 'every';

/** As the environment variable says; `npm test` takes the shortest. @throws Error for another word */
export function thoroughness(word = 'states'): Thoroughness {
  if (word === 'states' || word === 'sites' || word === 'every') return word;
  throw new Error(`INVITATIONS_CRASHES is states, sites or every, not ${word}.`);
}

/** @param tried sites and phases that another scenario has died at; those chosen are added */
export function crashPoints(
  passed: readonly Passed[],
  thorough: Thoroughness,
  tried: Set<Site>,
  large = false,
): readonly CrashPoint[] {
  if (thorough === 'every') return passed;
  const first = passed.filter(({ hit }) => hit === 1);
  if (thorough === 'sites') return first;
  const requests = new Set<number>();
  return passed.filter((point) => {
    const key = `${point.phase} ${point.site}`;
    const isNewState = !large && !requests.has(point.requests);
    const isNew = isNewState || (point.hit === 1 && !tried.has(key));
    if (isNew) tried.add(key);
    requests.add(point.requests);
    return isNew;
  });
}
