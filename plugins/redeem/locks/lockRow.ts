import { invitation, redemptionLock as table } from '../../../solution/schema.js';
import type { Read, Row, Write } from '../../dataverse/door.js';
import { lockId } from '../../invitation/ids.js';
import { type Count, window } from './count.js';
import type { Subject } from './subject.js';

/** What a row of `inv_redemptionlock` tells. */
export interface LockRow extends Count {
  readonly row: string;
  /** Hash of the subject. */
  readonly subject: string;
  /** The service that has counted. */
  readonly service: string;
  readonly invitationId: string | undefined;
}

/** The rows of all services that still count. @param now milliseconds since 1970 */
export const readLockRows = (subjects: readonly Subject[], now: number): Read =>
  readRows(subjects, `inv_lastfailureon gt ${moment(now - window)}`);

/** The rows of one service, however old. */
export const readOwnRows = (subjects: readonly Subject[], service: string): Read =>
  readRows(subjects, `inv_service eq '${service}'`);

const readRows = (subjects: readonly Subject[], filter: string): Read => ({
  set: table.set,
  select: ['inv_subject', 'inv_service', 'inv_failures', 'inv_lastfailureon', '_inv_invitationid_value'],
  filter: `${filter} and (${subjects.map(({ hash }) => `inv_subject eq '${hash}'`).join(' or ')})`,
});

/** Rows as they were read. One that somebody has made or changed by hand may tell nothing. */
export const lockRows = (rows: readonly Row[]): readonly LockRow[] =>
  rows.flatMap((row) => {
    const { inv_subject: subject, inv_service: service, inv_failures: failures } = row;
    const lastOn = Date.parse(String(row.inv_lastfailureon));
    if (typeof subject !== 'string' || Number.isNaN(lastOn)) return [];
    if (typeof failures !== 'number' || failures < 1) return [];
    const invitationId = row._inv_invitationid_value;
    return [
      {
        row: String(row[table.id]),
        subject,
        service: String(service),
        failures,
        lastOn,
        invitationId: typeof invitationId === 'string' ? invitationId : undefined,
      },
    ];
  });

/** What a service has to tell of a subject. */
export interface News {
  readonly subject: Subject;
  readonly count: Count;
  readonly invitationId: string | undefined;
  /** True when the service's row is there, as far as it knows. */
  readonly isThere: boolean;
}

/** The write that tells it. */
export function lockWrite({ subject, count, invitationId, isThere }: News, service: string): Write {
  const id = lockId(service, subject.hash);
  const counted: Row = { inv_failures: count.failures, inv_lastfailureon: moment(count.lastOn) };
  if (isThere) return { kind: 'update', set: table.set, id, row: counted };
  return {
    kind: 'create',
    set: table.set,
    row: {
      [table.id]: id,
      // Beside other rows of the same subject it reads the same.
      inv_name: `${nameOf[subject.kind]} ${subject.hash.slice(0, 8)}`,
      inv_kind: kindOf[subject.kind],
      inv_subject: subject.hash,
      inv_service: service,
      ...counted,
      ...(invitationId === undefined
        ? {}
        : { [`${table.lookups.invitation}@odata.bind`]: `/${invitation.set}(${invitationId})` }),
    },
  };
}

const nameOf = { address: 'Address', person: 'Person', code: 'Invitation code' } as const;
const kindOf = {
  address: table.kind.address,
  person: table.kind.person,
  code: table.kind.invitationCode,
} as const;

const moment = (time: number): string => new Date(time).toISOString().replace(/\.\d+Z$/, 'Z');
