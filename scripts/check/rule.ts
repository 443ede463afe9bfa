import type { SolutionSource } from './read/solutionSource.js';

/** One thing a rule looked at. */
export interface Looked {
  /** Path below solution/src, `Entities/Contact/RibbonDiff.xml`. */
  readonly file: string;
  /** What is wrong and how to mend it, in a sentence or two; undefined when all is well. */
  readonly problem?: string | undefined;
}

/** Something the solution must hold to. A pure function over what was read: it opens no file and changes nothing. */
export interface Rule {
  /** Where it stands below rules/: `ribbon/commands`. */
  readonly name: string;
  /** Everything it looked at, so that a rule with nothing to look at is seen. */
  readonly look: (solution: SolutionSource) => readonly Looked[];
}

/** A mistake. */
export interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly message: string;
}
