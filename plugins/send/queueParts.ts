import type { Dataverse, Row } from '../dataverse/door.js';
import { invitation } from '../../solution/schema.js';
import { asksToBeSent } from './invitationToSend.js';

/** A condition of the filter, and whether its rows come in random order. */
export interface QueuePart {
  readonly conditions: readonly string[];
  readonly shuffled: boolean;
}

/** The whole queue, the oldest first: what a service does that is alone. */
export const wholeQueue: readonly QueuePart[] = [{ conditions: [], shuffled: false }];

/**
 * The queue from a random place on, then the part before it: services that work through the same queue need not talk to each
 * other to stay apart. Each page is shuffled, for those who begin at the same place all the same. Costs one request.
 */
export async function scatteredQueue(
  dataverse: Pick<Dataverse, 'readTogether'>,
  random: () => number = Math.random,
): Promise<readonly QueuePart[]> {
  const end = (direction: 'asc' | 'desc') => ({
    set: invitation.set,
    select: ['createdon'],
    filter: asksToBeSent,
    orderBy: [`createdon ${direction}`],
    top: 1,
  });
  const [oldest, newest] = (await dataverse.readTogether([end('asc'), end('desc')])).map(createdOn);
  if (oldest === undefined || newest === undefined) return wholeQueue;
  const pivot = placeBetween(oldest, newest, random).toISOString();
  return [`createdon ge ${pivot}`, `createdon lt ${pivot}`].map((condition) => ({
    conditions: [condition],
    shuffled: true,
  }));
}

/**
 * A moment between two. Queues come in bursts: most of a queue may lie close to its beginning or to its end, so two of three
 * draws look closely there.
 */
export function placeBetween(oldest: Date, newest: Date, random: () => number): Date {
  const near = random() ** 8;
  const fractions = [near, 1 - near, random()];
  const fraction = fractions[Math.floor(random() * fractions.length)] ?? 0;
  return new Date(oldest.getTime() + fraction * (newest.getTime() - oldest.getTime()));
}

/** The rows in random order (Fisher and Yates). */
export function shuffled<R>(rows: readonly R[], random: () => number = Math.random): readonly R[] {
  const result = [...rows];
  for (let last = result.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [result[last], result[other]] = [result[other] as R, result[last] as R];
  }
  return result;
}

function createdOn(answer: Row | undefined): Date | undefined {
  const [row] = (answer?.value ?? []) as readonly { readonly createdon: string }[];
  return row && new Date(row.createdon);
}
