import type { AppDefinition } from '../../../sandbox/app/definition/definition.js';
import type { RibbonRuleStep } from '../../../sandbox/app/definition/ribbon/ribbon.js';
import { anApp, ribbonWith } from './anApp.js';

/** A step of a rule as tests write it: not inverted unless it says so. */
export type Step = Plain<RibbonRuleStep>;
export type Plain<Each> = Each extends unknown ? Omit<Each, 'invert'> & { readonly invert?: boolean } : never;

export const step = (parts: Step) => ({ invert: false, ...parts }) as RibbonRuleStep;

/** An app whose contacts have the button `test.Button`, enabled by one rule of these steps. */
export function appWith(...steps: readonly Step[]): AppDefinition {
  return anApp({ ribbon: ribbonWith(steps.map(step)) });
}

export function isShown({ ids }: { readonly ids: () => readonly string[] }): boolean {
  return ids().includes('test.Button');
}
