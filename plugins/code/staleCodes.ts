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

/**
 * Whose codes are looked at.
 *  others     every active invitation that does not ask to be sent
 *  requested  those that ask to be sent and bear a code that people typed. The send plugin gives the rest their codes; a queue of
 *             a hundred thousand must not be paged through to find none
 */
export type CodedGroup = 'others' | 'requested';

/** When the service last looked at a group, in milliseconds since 1970. Losing it costs one sweep, nothing else. */
interface Looked {
  readonly atAll: number;
  readonly atEdited: number;
}

const looked = new WeakMap<Dataverse, Partial<Record<CodedGroup, Looked>>>();

/**
 * Pages of active invitations whose code or hash is missing or not the other's. A missing hash is a filter; a
 * stale one, after somebody edited the code, shows only by computing it. So rows that somebody else edited
 * since the last look are read too, and everything once at the start and once an hour, for edits that another
 * change has hidden since.
 *
 * @throws InvitationError INV_CODE_UNREADABLE, or that of a failed read
 */
export async function* staleCodes(
  context: PluginContext,
  groups: readonly CodedGroup[],
): AsyncGenerator<readonly CodedInvitation[]> {
  const { dataverse, settings } = context;
  const now = context.now().getTime();
  const before = looked.get(dataverse) ?? {};
  const parts = groups.map((group) => {
    const last = before[group];
    // A look that lies ahead was noted by a clock that has been set back since.
    const isSweep = last === undefined || now < last.atEdited - overlapMs || now - last.atAll >= sweepEveryMs;
    const filter = filterOf(group, isSweep ? undefined : Math.min(last.atEdited, now) - overlapMs, context);
    return { group, filter, looked: { atAll: isSweep ? now : last.atAll, atEdited: now } };
  });
  const filter = `statecode eq 0 and (${parts.map((part) => `(${part.filter})`).join(' or ')})`;
  for await (const rows of dataverse.pages<CodedInvitation>(read(filter))) {
    await requireReadableCodes(rows, dataverse);
    yield rows.filter((row) => codeChange(row, settings()) !== undefined);
  }
  const seen = Object.fromEntries(parts.map((part) => [part.group, part.looked]));
  looked.set(dataverse, { ...looked.get(dataverse), ...seen });
}

const read = (filter: string): Read => ({
  set: table.set,
  select: codedColumns,
  filter,
  orderBy: ['createdon asc'],
  pageSize: 1000,
});

/**
 * @param since when rows were last looked at; undefined: all of them
 */
function filterOf(group: CodedGroup, since: number | undefined, context: PluginContext): string {
  const { sendRequested } = table.status;
  if (group === 'others') {
    const others = `statuscode ne ${sendRequested}`;
    return since === undefined ? others : `${others} and (${missing} or (${edited(since, context)}))`;
  }
  // What the service itself has written last, it has hashed.
  const touched = since === undefined ? byOthers(context) : edited(since, context);
  return `statuscode eq ${sendRequested} and inv_code ne null and (${missing} or (${touched}))`;
}

/** Reported rows wait for an edit: without the exception a code that stays in use would be tried for ever. */
const missing = `(inv_codehash eq null and (inv_sendresult eq null or inv_sendresult ne ${table.sendResult.codeInUse}))`;

const edited = (since: number, context: PluginContext): string =>
  `modifiedon ge ${new Date(since).toISOString()} and ${byOthers(context)}`;

const byOthers = ({ identity }: PluginContext): string =>
  identity.userIds.map((userId) => `_modifiedby_value ne ${userId}`).join(' and ');
