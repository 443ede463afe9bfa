import { errors } from '../../errors.js';
import type { ApiRequest } from '../exchange.js';
import type { ResourcePath } from '../url/path.js';

/**
 * Optional headers that change nothing here: there are no duplicate detection rules and no plug-ins to pass by
 * ("Optional parameters").
 */
const harmlessHeaders = new Set([
  'mscrm.suppressduplicatedetection',
  'mscrm.bypasscustompluginexecution',
  'mscrm.bypassbusinesslogicexecution',
  'mscrm.bypassbusinesslogicexecutionstepids',
  'mscrm.suppresscallbackregistrationexpanderjob',
]);

/** Query options a write may carry; `tag` is a note for plug-ins. */
const knownOptions = new Set(['$select', '$expand', '$id', 'tag']);

/**
 * Refuses what a write asks for besides itself and the sandbox does not do.
 *
 * @throws DataverseError 501 naming the header or option
 */
export function requireKnownOptions({ headers }: ApiRequest, { options }: ResourcePath): void {
  const header = Object.keys(headers).find((name) => name.startsWith('mscrm.') && !harmlessHeaders.has(name));
  if (header !== undefined) throw errors.notEmulated(`the header ${header} on a write`);
  const option = [...options.keys()].find((name) => !name.startsWith('@') && !knownOptions.has(name));
  if (option !== undefined) throw errors.notEmulated(`the query option ${option} on a write`);
  if (preferences(headers).includes('respond-async')) throw errors.notEmulated('Prefer: respond-async');
}

/** Whether the caller wants the row back. */
export function wantsRepresentation({ headers }: ApiRequest): boolean {
  return preferences(headers).includes('return=representation');
}

function preferences(headers: ApiRequest['headers']): readonly string[] {
  return (headers['prefer'] ?? '').split(/[,;]/).map((preference) => preference.trim().toLowerCase());
}
