import type { RibbonFunction } from '../../../definition/ribbon/ribbon.js';
import type { Evaluation } from '../evaluation.js';
import { readParameters } from '../parameters.js';
import type { Answer } from './answer.js';

/** How long a rule's promise may take, in milliseconds ("Define custom actions to modify the ribbon", CustomRule). */
export const RULE_LIMIT = 10_000;

/**
 * CustomRule: a function that returns a boolean or a promise of one. Its Default stands while it is not known. One that
 * throws, rejects, cannot be loaded or takes longer than 10 seconds says no, inverted or not.
 */
export function askCustomRule(
  rule: RibbonFunction & { readonly default?: boolean; readonly invert: boolean },
  evaluation: Evaluation,
): Answer {
  const verdict = call(rule, evaluation).then(
    (yes) => yes !== rule.invert,
    () => false,
  );
  return { meanwhile: rule.default ?? false, later: withinLimit(verdict, evaluation.signal) };
}

async function call(rule: RibbonFunction, evaluation: Evaluation): Promise<boolean> {
  const { scripts } = evaluation.host;
  await scripts.load(rule.library);
  evaluation.signal.throwIfAborted();
  return Boolean(await scripts.resolve(rule.functionName)(...readParameters(rule.parameters, evaluation)));
}

/** No, once the time is over or nobody waits any more. */
function withinLimit(verdict: Promise<boolean>, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const settle = (yes: boolean) => {
      clearTimeout(limit);
      signal.removeEventListener('abort', giveUp);
      resolve(yes);
    };
    const giveUp = () => settle(false);
    const limit = setTimeout(giveUp, RULE_LIMIT);
    signal.addEventListener('abort', giveUp);
    void verdict.then(settle);
  });
}
