import type { Element } from '@xmldom/xmldom';
import { child, children } from '../../../solution/xml.js';
import { below } from '../../read/markup.js';
import type { TableComponent } from '../../read/solutionSource.js';

/** An element of a ribbon, with the file it is in. */
export interface RibbonElement {
  readonly file: string;
  readonly table: string;
  readonly element: Element;
}

/** Elements of some names in all ribbons. */
export function inRibbons(
  ribbons: readonly TableComponent[],
  ...names: readonly string[]
): readonly RibbonElement[] {
  return ribbons.flatMap(({ file, table, element }) =>
    below(element, ...names).map((found) => ({ file, table, element: found })),
  );
}

/** Controls that have a command. */
export const controlNames = ['Button', 'FlyoutAnchor', 'SplitButton', 'ToggleButton'] as const;

/** The two kinds of rules: name of the list, name of its items. */
export const ruleKinds = [
  { list: 'EnableRules', item: 'EnableRule' },
  { list: 'DisplayRules', item: 'DisplayRule' },
] as const;

/** Rules that are defined: those below RuleDefinitions. The same elements below a command only name them. */
export function definedRules(
  ribbons: readonly TableComponent[],
  { list, item }: (typeof ruleKinds)[number],
): readonly RibbonElement[] {
  return ribbons.flatMap(({ file, table, element }) =>
    children(child(element, 'RuleDefinitions', list), item).map((rule) => ({
      file,
      table,
      element: rule,
    })),
  );
}

/** True for what the platform defines. */
export const isPlatforms = (id: string): boolean => id.startsWith('Mscrm.');
