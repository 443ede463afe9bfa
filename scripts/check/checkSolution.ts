import type { SolutionSource } from './read/solutionSource.js';
import type { Finding, Rule } from './rule.js';

/** What the rules say of a solution. */
export interface Report {
  readonly findings: readonly Finding[];
  /** Rule → how many things it looked at. */
  readonly looked: ReadonlyMap<string, number>;
}

/** Asks every rule. */
export function checkSolution(solution: SolutionSource, rules: readonly Rule[]): Report {
  const answers = rules.map((rule) => [rule.name, rule.look(solution)] as const);
  return {
    looked: new Map(answers.map(([name, looked]) => [name, looked.length])),
    findings: answers.flatMap(([rule, looked]) =>
      looked.flatMap(({ file, problem }) =>
        problem === undefined ? [] : [{ rule, file, message: problem }],
      ),
    ),
  };
}
