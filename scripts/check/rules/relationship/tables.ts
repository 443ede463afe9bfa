import { child } from '../../../solution/xml.js';
import { textIn } from '../../read/markup.js';
import { readRelationshipElements } from '../../read/readRelationships.js';
import type { SolutionSource } from '../../read/solutionSource.js';
import type { Looked, Rule } from '../../rule.js';

const ends = ['ReferencingEntityName', 'ReferencedEntityName', 'FirstEntityName', 'SecondEntityName'];

/**
 * Tables of the platform that the sandbox has no use for: they are in every environment, and system columns lead to
 * them.
 */
const alsoEverywhere: ReadonlyMap<string, string> = new Map([
  ['owner', 'Owner'],
  ['sla', 'SLA'],
]);

/**
 * A relationship joins tables that exist, the solution's or those of every environment, spelled as the tables spell
 * themselves.
 */
export const tables: Rule = {
  name: 'relationship/tables',
  look: (solution) =>
    readRelationshipElements(solution.files).flatMap(({ file, element, name }) =>
      ends.flatMap((end) => {
        const found = child(element, end);
        return found === undefined ? [] : lookAt(file, `${end} of ${name}`, textIn(found), solution);
      }),
    ),
};

function lookAt(file: string, place: string, found: string, solution: SolutionSource): Looked {
  const logical = found.toLowerCase();
  const expected = solution.tables.get(logical)?.schemaName ?? alsoEverywhere.get(logical);
  if (expected === undefined)
    return {
      file,
      problem: `${place} is ${found || '(none)'}, which is no table of the solution, nor of every environment. Correct it, or remove the relationship.`,
    };
  return {
    file,
    problem:
      found === expected
        ? undefined
        : `${place} is ${found}, the table's name ${expected}. Write it in the same case.`,
  };
}
