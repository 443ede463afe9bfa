import type { WriteOutcome } from '../dataverse/door.js';

/** How the transactions of a wave of mails ended, by their place in it. */
export function waveEnd(ended: readonly PromiseSettledResult<WriteOutcome>[]) {
  const outcomes = ended.map((one) => (one.status === 'fulfilled' ? one.value : undefined));
  const some = (...kinds: readonly WriteOutcome['kind'][]): boolean =>
    outcomes.some((outcome) => outcome !== undefined && kinds.includes(outcome.kind));
  const refused = new Map<number, Extract<WriteOutcome, { kind: 'refused' }>>();
  outcomes.forEach((outcome, index) => {
    if (outcome?.kind === 'refused') refused.set(index, outcome);
  });
  return {
    done: new Set(outcomes.flatMap((outcome, index) => (outcome?.kind === 'done' ? [index] : []))),
    unknown: some('unknown'),
    changed: some('changed', 'gone'),
    exists: some('exists'),
    refused,
    failure: ended.find((one) => one.status === 'rejected'),
  };
}
