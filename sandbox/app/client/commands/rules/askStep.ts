import type { RibbonRuleStep } from '../../../definition/ribbon/ribbon.js';
import { rowsFor } from '../commandSource.js';
import type { Evaluation } from '../evaluation.js';
import { all, any, inverted, type Answer } from './answer.js';
import { isClient, isPresentation } from './clientRules.js';
import { askCustomRule } from './customRule.js';
import { isEntity, mayDoToTable } from './entityRules.js';
import { isFormState } from './formStateRule.js';
import { mayDoToRows } from './recordPrivilegeRule.js';
import { isCountWithin } from './selectionCountRule.js';
import { hasValue } from './valueRule.js';
import { warnOnce } from './warnOnce.js';

/**
 * What one step of a rule says, InvertResult applied. A step of an unknown kind says no, inverted or not.
 * @param ruleId named in the warning about it
 */
export function askStep(step: RibbonRuleStep, evaluation: Evaluation, ruleId: string): Answer {
  if (step.kind === 'unknown') {
    warnOnce(`Not emulated: <${step.element}> of the rule ${ruleId}; commands with it are hidden.`);
    return false;
  }
  if (step.kind === 'CustomRule') return askCustomRule(step, evaluation);
  const answer = askPlainStep(step, evaluation, ruleId);
  return step.invert ? inverted(answer) : answer;
}

type PlainStep = Exclude<RibbonRuleStep, { kind: 'unknown' | 'CustomRule' }>;

function askPlainStep(step: PlainStep, evaluation: Evaluation, ruleId: string): Answer {
  const { source } = evaluation;
  switch (step.kind) {
    case 'ValueRule':
      return hasValue(step, source);
    case 'FormStateRule':
      return isFormState(step.state, source);
    case 'SelectionCountRule':
      return isCountWithin(rowsFor(source, step.appliesTo).length, step);
    case 'RecordPrivilegeRule':
      return mayDoToRows(step, evaluation);
    case 'EntityPrivilegeRule':
      return mayDoToTable(step, source, evaluation.host.definition.tables);
    case 'EntityRule':
      return isEntity(step, source);
    case 'CrmClientTypeRule':
      return isClient(step.client);
    case 'CommandClientTypeRule':
      return isPresentation(step.client);
    case 'OrRule':
      return any(step.alternatives.map((steps) => () => askAll(steps, evaluation, ruleId)));
  }
}

function askAll(steps: readonly RibbonRuleStep[], evaluation: Evaluation, ruleId: string): Answer {
  return all(steps.map((step) => () => askStep(step, evaluation, ruleId)));
}
