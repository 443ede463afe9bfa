import { errors } from '../../errors.js';
import type { Organization } from '../../organization/organization.js';

/** Days a token stays valid when the organization does not say (organization.expirechangetrackingindays). */
const defaultValidity = 7;
const millisecondsInADay = 86_400_000;

/** Up to which row version a client knows the changes. */
export interface DeltaToken {
  /** New and changed rows after this version are still to come. */
  readonly since: number;
  /** Deletions after this version are still to come. They follow the last page of changed rows, so it may lag behind. */
  readonly deletedSince: number;
}

/**
 * A token in the documented form: row version, `!`, and the moment it was made, `919042!08/22/2026 08:10:44`. Between
 * the pages of one delta the version of the deletions follows.
 */
export function writeDeltaToken({ since, deletedSince }: DeltaToken, now: Date): string {
  const [year, month, day] = now.toISOString().slice(0, 10).split('-');
  const stamp = `${month ?? ''}/${day ?? ''}/${year ?? ''} ${now.toISOString().slice(11, 19)}`;
  return `${String(since)}!${stamp}${deletedSince === since ? '' : `!${String(deletedSince)}`}`;
}

/**
 * Reads a token.
 * @throws DataverseError 400 when it is malformed, or expired (0x80044352): then the client has to synchronize anew.
 */
export function readDeltaToken(text: string, organization: Organization): DeltaToken {
  const match = /^(\d+)!(\d\d)\/(\d\d)\/(\d{4}) (\d\d:\d\d:\d\d)(?:!(\d+))?$/.exec(text);
  const [, version, month, day, year, time, deleted] = match ?? [];
  const made = Date.parse(`${year ?? ''}-${month ?? ''}-${day ?? ''}T${time ?? ''}Z`);
  if (version === undefined || Number.isNaN(made)) throw errors.badQuery('The delta token is malformed.');
  const age = organization.clock.now().getTime() - made;
  if (age > validity(organization) * millisecondsInADay) throw errors.deltaTokenExpired(Number(version));
  return { since: Number(version), deletedSince: Number(deleted ?? version) };
}

function validity({ catalogue, store }: Organization): number {
  const column = 'expirechangetrackingindays';
  if (catalogue.tables.get('organization')?.columns.has(column) !== true) return defaultValidity;
  const days = store.one(`SELECT ${column} AS days FROM organization`)?.['days'];
  return typeof days === 'number' ? days : defaultValidity;
}
