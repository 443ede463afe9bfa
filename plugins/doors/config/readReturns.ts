import { addressProblem } from '../../dataverse/addressProblem.js';
import type { Variables } from '../../dataverse/identity/numberedVariables.js';
import type { DoorsConfig } from './doorsConfig.js';
import { listed, type Told } from './told.js';

/** Where people may be sent on to when they have redeemed. */
export type Returns = Pick<DoorsConfig, 'returnUrl' | 'returnOrigins'>;

/** Reads INVITATIONS_RETURN_URL and INVITATIONS_RETURN_ORIGINS; the origin of the former is always one of the latter. */
export function readReturns(given: Variables): Told<Returns> {
  const { INVITATIONS_RETURN_URL: returnUrl } = given;
  const origins = listed(given.INVITATIONS_RETURN_ORIGINS);
  const urlProblem =
    returnUrl === undefined ? undefined : addressProblem(returnUrl, 'https://contoso.com/welcome');
  const originProblem = origins.map(originProblemOf).find((problem) => problem !== undefined);
  const problems = [
    ...(urlProblem === undefined ? [] : [`INVITATIONS_RETURN_URL ${urlProblem}`]),
    ...(originProblem === undefined ? [] : [`INVITATIONS_RETURN_ORIGINS: each ${originProblem}`]),
  ];
  if (problems.length > 0) return { value: { returnOrigins: [] }, problems };
  const all = [...(returnUrl === undefined ? [] : [returnUrl]), ...origins];
  return {
    value: {
      ...(returnUrl !== undefined && { returnUrl: new URL(returnUrl).href }),
      returnOrigins: [...new Set(all.map((address) => new URL(address).origin))],
    },
    problems: [],
  };
}

/** What is wrong with an address that must be an origin and nothing more: no path, no query, no fragment. */
export function originProblemOf(text: string): string | undefined {
  const problem = addressProblem(text, 'https://contoso.com');
  if (problem !== undefined) return problem;
  const { pathname, search, hash } = new URL(text);
  return pathname === '/' && search === '' && hash === ''
    ? undefined
    : 'must not have a path, a query or a fragment';
}
