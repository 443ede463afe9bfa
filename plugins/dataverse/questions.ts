import { isInvitationError } from '../errors/invitationError.js';
import type { Ask } from './ask.js';
import type { Dataverse, Page, Read, Row } from './door.js';
import { RequestFailure } from './failure/requestFailure.js';

/** Dataverse reads no more rows than this to count them (AggregateQueryRecordLimit). */
const mostCounted = 50_000;
const moreThanCounted = '0x8004e023';

/** The half of the door that changes nothing. */
export function createQuestions(ask: Ask): Omit<Dataverse, 'whoAmI' | 'write'> {
  const page = (read: Read, next?: string): Promise<Page> =>
    ask({
      kind: 'read',
      operation: `reading ${read.set}`,
      set: read.set,
      roundTrip: (transport) => transport.collection(read, next),
    });

  return {
    page: page as Dataverse['page'],
    async *pages<R extends Row>(read: Read) {
      let next: string | undefined;
      do {
        const current = (await page(read, next)) as Page<R>;
        if (current.rows.length > 0) yield current.rows;
        next = current.next;
      } while (next !== undefined);
    },
    async row<R extends Row>(read: Read) {
      const { key, set } = read;
      if (key === undefined) return (await page({ ...read, top: 1 })).rows[0] as R | undefined;
      const row = await ask({
        kind: 'read',
        operation: `reading ${set}`,
        set,
        roundTrip: (transport) => transport.row(read, key),
      });
      return row as R | undefined;
    },
    async readTogether(reads) {
      if (reads.length === 0) return [];
      const sets = [...new Set(reads.map((read) => read.set))].join(', ');
      return ask({
        kind: 'read',
        operation: `reading ${sets}`,
        set: sets,
        operations: reads.length,
        roundTrip: (transport) => transport.together(reads),
      });
    },
    ask: (action, parameters) =>
      ask({
        kind: 'read',
        operation: action,
        set: action,
        roundTrip: (transport) => transport.unboundAction(action, parameters),
      }),
    async count(counted) {
      const { set } = counted;
      try {
        const rows = await ask({
          kind: 'read',
          operation: `counting ${set}`,
          set,
          roundTrip: (transport) => transport.count(counted),
        });
        return { rows, more: false };
      } catch (error) {
        const failure = isInvitationError(error) ? error.cause : undefined;
        if (failure instanceof RequestFailure && failure.code?.toLowerCase() === moreThanCounted)
          return { rows: mostCounted, more: true };
        throw error;
      }
    },
    hasColumn: (table, column) =>
      ask({
        kind: 'read',
        operation: `reading the columns of ${table}`,
        set: table,
        roundTrip: (transport) => transport.hasColumn(table, column),
      }),
  };
}
