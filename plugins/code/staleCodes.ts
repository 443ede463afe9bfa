import { invitation as table } from '../../solution/schema.js';
import type { Dataverse, Read } from '../dataverse/door.js';
import type { PluginContext } from '../contract/plugin.js';
import { codeChange, codedColumns, type CodedInvitation } from './codeChange.js';
import { requireReadableCodes } from './requireReadableCodes.js';

/**
 * How long the service trusts that it has seen every edited code; then it looks at all active invitations
 * again.
 */
const sweepEveryMs = 3_600_000;
/** How far the clocks of the service and of Dataverse may differ. */
const overlapMs = 300_000;

/** When the service last looked, in milliseconds since 1970. Losing it costs one sweep, nothing else. */
interface Looked {
  readonly atAll: number;
  readonly atEdited: number;
}

const looked = new WeakMap<Dataverse, Looked>();

/**
 * Pages of active invitations whose code or hash is missing or not the other's. A missing hash is a filter; a
 * stale one, after somebody edited the code, shows only by computing it. So rows that somebody else edited
 * since the last look are read too, and everything once at the start and once an hour, for edits that another
 * change has hidden since.
 *
 * @throws InvitationError INV_CODE_UNREADABLE, or that of a failed read
 */
export async function* staleCodes(context: PluginContext): AsyncGenerator<readonly CodedInvitation[]> {
  const { dataverse, settings } = context;
  const now = context.now().getTime();
  const last = looked.get(dataverse);
  const sweep = last === undefined || now - last.atAll >= sweepEveryMs;
  const filter = sweep ? active : `${active} and ${missingOrEdited(context, last.atEdited - overlapMs)}`;
  for await (const rows of dataverse.pages<CodedInvitation>(read(filter))) {
    await requireReadableCodes(rows, dataverse);
    yield rows.filter((row) => codeChange(row, settings()) !== undefined);
  }
  looked.set(dataverse, { atAll: sweep ? now : last.atAll, atEdited: now });
}

const active = 'statecode eq 0';

const read = (filter: string): Read => ({
  set: table.set,
  select: codedColumns,
  filter,
  orderBy: ['createdon asc'],
  pageSize: 1000,
});

/** Reported rows wait for an edit: without the exception a code that stays in use would be tried for ever. */
function missingOrEdited({ identity }: PluginContext, since: number): string {
  const { codeInUse: reported } = table.sendResult;
  const missing = `inv_codehash eq null and (inv_sendresult eq null or inv_sendresult ne ${reported})`;
  const edited = `modifiedon ge ${new Date(since).toISOString()} and _modifiedby_value ne ${identity.userId}`;
  return `((${missing}) or (${edited}))`;
}
