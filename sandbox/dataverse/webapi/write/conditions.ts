import { errors } from '../../errors.js';
import type { WriteConditions } from '../../organization/versionCheck.js';
import type { ApiRequest } from '../exchange.js';

/** What the headers ask of the row before it is written ("Perform conditional operations using the Web API"). */
export interface Conditions extends WriteConditions {
  /** If-Match: the row must exist. */
  readonly mustExist: boolean;
  /** If-None-Match: *: the row must not exist. */
  readonly mustNotExist: boolean;
}

/**
 * Reads `If-Match` (`*` or an etag) and `If-None-Match` (`*`; a literal `null` is what clients send for nothing).
 *
 * @throws DataverseError 400 for anything else
 */
export function readConditions({ headers }: ApiRequest): Conditions {
  const match = headers['if-match']?.trim();
  const noneMatch = headers['if-none-match']?.trim();
  if (noneMatch !== undefined && noneMatch !== '' && noneMatch !== '*' && noneMatch !== 'null') {
    throw errors.badQuery(`The If-None-Match header of a write takes '*', not '${noneMatch}'.`);
  }
  const version = match === undefined || match === '*' ? undefined : readEtag(match);
  return {
    mustExist: match !== undefined,
    mustNotExist: noneMatch === '*',
    ...(version === undefined ? {} : { version }),
  };
}

function readEtag(text: string): number {
  const [, version] = /^W\/"(\d+)"$/.exec(text) ?? [];
  if (version === undefined) throw errors.badQuery(`The If-Match header '${text}' is no etag of a row.`);
  return Number(version);
}
