import { redemptionLock as table } from '../../../solution/schema.js';
import type { Plugin } from '../../contract/plugin.js';
import { writeIfUnchanged } from '../../dataverse/writeIfUnchanged.js';
import { locksOf } from './locks.js';

/** A row that nobody counts any more. */
export type OldLock = {
  readonly '@odata.etag': string;
  readonly inv_redemptionlockid: string;
};

/** Milliseconds for which a row is kept after its last failure: long after it counts, so that people can see what happened. */
const keptFor = 24 * 3_600_000;

/** Deletes old redemption locks, and tells what is untold when the service stops. */
export const locksPlugin: Plugin<OldLock> = {
  name: 'locks',
  // An hour, of pauses of two seconds: nobody waits for it.
  idleFactor: 1_800,

  due: ({ dataverse, now }) => {
    const before = new Date(now().getTime() - keptFor).toISOString();
    return dataverse.pages<OldLock>({
      set: table.set,
      select: [table.id],
      filter: `inv_lastfailureon lt ${before}`,
      orderBy: ['inv_lastfailureon asc'],
      pageSize: 250,
    });
  },

  idOf: (row) => row.inv_redemptionlockid,

  /** If-Match: its service may have counted again at this moment. */
  async run(row, { dataverse }) {
    const version = row['@odata.etag'];
    const word = await writeIfUnchanged(
      { kind: 'delete', set: table.set, id: row.inv_redemptionlockid, version },
      'deleting old redemption locks',
      dataverse,
    );
    return word === 'done' ? 'deleted' : word;
  },

  stop: (context) => locksOf(context).flush(),
};
