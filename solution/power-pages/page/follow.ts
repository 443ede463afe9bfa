import { outcomeOf } from './portalApi.js';

const seconds = 1000;
/** The pause before the next look doubles, up to this. */
const longestPause = 30 * seconds;
/** From here on the visitor is asked for patience. */
const unusual = 10 * seconds;
/** From here on nobody is still looking at the page. */
const enough = 30 * 60 * seconds;

/**
 * Looks at a request in growing pauses until the service has answered it. A look that fails is no answer: the next one may succeed.
 *
 * @param onPatience called once, when it takes longer than usual
 * @returns the outcome; undefined when it did not come within half an hour
 */
export async function follow(id: string, onPatience: () => void): Promise<number | undefined> {
  const begun = Date.now();
  let isPatient = false;
  for (let look = 1, pause = seconds / 2; ; look += 1, pause = Math.min(2 * pause, longestPause)) {
    await new Promise((wake) => setTimeout(wake, pause));
    const outcome = await outcomeOf(id, look).catch(() => undefined);
    if (outcome !== undefined) return outcome;
    const waited = Date.now() - begun;
    if (waited > enough) return undefined;
    if (waited > unusual && !isPatient) {
      isPatient = true;
      onPatience();
    }
  }
}
