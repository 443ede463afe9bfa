import type { CommandItem } from './commandBarModel.js';
import type { Evaluation } from './evaluation.js';
import type { Answer } from './rules/answer.js';

/** A command before its rules have spoken; standard ones and those of solutions alike. */
export interface Command extends Pick<CommandItem, 'id' | 'label' | 'title' | 'description' | 'icon'> {
  /** Place in the bar, from the left; equal ones stay in the order they came. */
  readonly sequence: number;
  /** Whether it is shown. */
  ask(evaluation: Evaluation): Answer;
  /** What a click does; absent for a flyout that only opens. */
  readonly execute?: () => Promise<void>;
  /** A solution's: the app does not know what it does, so nothing keeps it from being clicked while another is under way. */
  readonly isScript?: boolean;
  /** What its menu holds; those of them are shown whose rules say yes when it is opened. */
  readonly menu?: () => Promise<readonly Command[]>;
}

/**
 * Standard commands and those of solutions in one bar, by Sequence.
 * @param hidden ids that a HideCustomAction takes away
 */
export function mergeCommands(
  standard: readonly Command[],
  solution: readonly Command[],
  hidden: readonly string[],
): readonly Command[] {
  return [...standard, ...solution]
    .filter(({ id }) => !hidden.includes(id))
    .toSorted((left, right) => left.sequence - right.sequence);
}
