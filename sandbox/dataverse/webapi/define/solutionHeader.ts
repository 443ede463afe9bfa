import { errors } from '../../errors.js';
import type { Session } from '../../organization/organization.js';

/** Where the values begin of choices that belong to no solution ("Default publisher"). */
const defaultPrefix = 10_000;

/**
 * The choice value prefix of the solution that a component is to belong to.
 *
 * @param uniqueName of the `MSCRM.SolutionUniqueName` header; the default solution's without it
 * @throws DataverseError 404 for a solution that is not there, 400 for a managed one
 */
export function optionValuePrefixOf({ organization }: Session, uniqueName: string | undefined): number {
  if (uniqueName === undefined) return defaultPrefix;
  const row = organization.store.one(
    `SELECT s.ismanaged AS managed, p.customizationoptionvalueprefix AS prefix FROM solution s LEFT JOIN publisher p ON p.publisherid = s.publisherid WHERE s.uniquename = ?`,
    [uniqueName],
  );
  if (row === undefined) throw errors.solutionNotFound(uniqueName);
  if (row['managed'] === 1) {
    throw errors.invalidArgument(`The solution '${uniqueName}' is managed: nothing can be added to it.`);
  }
  return typeof row['prefix'] === 'number' ? row['prefix'] : defaultPrefix;
}
