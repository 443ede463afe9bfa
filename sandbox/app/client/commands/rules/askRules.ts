import type { Ribbon, RibbonCommand, RibbonRule } from '../../../definition/ribbon/ribbon.js';
import type { Evaluation } from '../evaluation.js';
import { all, type Answer } from './answer.js';
import { askStep } from './askStep.js';
import { warnOnce } from './warnOnce.js';

/**
 * Whether a command is shown: all its display rules and all its enable rules say yes (a disabled command is hidden in
 * the command bar). A rule that no solution defines says no.
 */
export function askRules(command: RibbonCommand, ribbon: Ribbon, evaluation: Evaluation): Answer {
  return all([
    ...command.displayRules.map((id) => () => askRule(id, ribbon.displayRules, evaluation)),
    ...command.enableRules.map((id) => () => askRule(id, ribbon.enableRules, evaluation)),
  ]);
}

function askRule(id: string, rules: Readonly<Record<string, RibbonRule>>, evaluation: Evaluation): Answer {
  const rule = rules[id];
  if (rule === undefined) {
    warnOnce(`The rule ${id} is not defined; commands with it are hidden.`);
    return false;
  }
  const said = evaluation.answers.get(id);
  if (said !== undefined) return said;
  const answer = all(rule.steps.map((step) => () => askStep(step, evaluation, id)));
  evaluation.answers.set(id, answer);
  return answer;
}
