import { isNativeError } from 'node:util/types';
import { type Config, DynamicsWebApi } from 'dynamics-web-api';
import { withDeadline } from './deadline.js';
import type { Identity, Page, Read, Row, Write } from '../door.js';
import { originalDates } from './originalDates.js';
import { type Greeting, greet } from './greeting.js';
import { collectionRequest, countRequest, rowRequest } from './readRequest.js';
import { RequestFailure, requestFailure } from '../failure/requestFailure.js';
import { addTransaction, requireCommitted } from './transaction.js';

/**
 * dynamics-web-api with its edges taken off. Every method is exactly one round trip: it repeats nothing and waits for nothing
 * but the answer.
 * All throw RequestFailure when the request failed; what the token source throws passes as it is.
 */
export interface Transport {
  whoAmI(): Promise<Omit<Identity, 'userIds'>>;
  /** What dynamics-web-api does not show of an answer. */
  greeting(): Promise<Greeting>;
  collection(read: Read, next?: string): Promise<Page>;
  /** Rows that match. */
  count(counted: Pick<Read, 'set' | 'filter'>): Promise<number>;
  /** Undefined when there is no such row. */
  row(read: Read, key: NonNullable<Read['key']>): Promise<Row | undefined>;
  /** One `$batch` of reads. */
  together(reads: readonly Read[]): Promise<readonly (Row | undefined)[]>;
  /** One transaction, in a `$batch`: resolves when all of it is committed. */
  transaction(writes: readonly Write[]): Promise<void>;
  unboundAction(action: string, parameters: Row): Promise<Row>;
  hasColumn(table: string, column: string): Promise<boolean>;
}

/** Where requests go, and what they carry. */
export interface TransportOptions {
  /** Base address of the environment. */
  readonly url: string;
  readonly token: () => Promise<string>;
  /** Milliseconds to wait for an answer. Dataverse itself gives up after 120,000. */
  readonly timeout: number;
  readonly signal?: AbortSignal;
}

const rowMissing: ReadonlySet<string> = new Set(['0x80040217', '0x80060891']);
const isRowMissing = (failure: RequestFailure): boolean =>
  failure.status !== undefined && rowMissing.has(failure.code?.toLowerCase() ?? '');

/** A transport over dynamics-web-api. */
export function createTransport({ url, token, timeout, signal }: TransportOptions): Transport {
  const base = new URL('/api/data/v9.2/', url);
  const config: Config = {
    serverUrl: base.origin,
    dataApi: { version: '9.2' },
    onTokenRefresh: token,
    propagateErrors: true,
  };
  const shared = new DynamicsWebApi(config);

  /** One call, with a deadline, its failure made one shape. `sent` is kept out of messages. */
  const trip = async (sent: unknown, call: (signal: AbortSignal) => Promise<unknown>): Promise<unknown> => {
    try {
      const result = await withDeadline(timeout, signal, call);
      // An address that is too long travels as a batch, and then a failure comes as the result.
      if (isNativeError(result)) throw result;
      return originalDates(result);
    } catch (thrown) {
      throw requestFailure(thrown, sent) ?? thrown;
    }
  };

  return {
    async whoAmI() {
      // callFunction copies a signal into a plain object, so only the deadline ends this one.
      const answer = rowOf(await trip(undefined, () => shared.callFunction('WhoAmI')));
      return {
        userId: String(answer.UserId),
        businessUnitId: String(answer.BusinessUnitId),
        organizationId: String(answer.OrganizationId),
      };
    },

    greeting: () => trip(undefined, (signal) => greet(base, token, signal)) as Promise<Greeting>,

    async collection(read, next) {
      const link = next && nextLink(base, next);
      const answer = await trip(read, (signal) =>
        shared.retrieveMultiple({ ...collectionRequest(read), signal }, link),
      );
      return pageOf(answer);
    },

    async count(counted) {
      const request = countRequest(counted);
      const answer = await trip(counted, (signal) => shared.retrieveMultiple({ ...request, signal }));
      return Number(pageOf(answer).rows[0]?.rows ?? 0);
    },

    async row(read, key) {
      try {
        return rowOf(await trip(read, (signal) => shared.retrieve({ ...rowRequest(read, key), signal })));
      } catch (failure) {
        if (failure instanceof RequestFailure && isRowMissing(failure)) return undefined;
        throw failure;
      }
    },

    async together(reads) {
      if (reads.length === 0) return [];
      const results = await trip(reads, async (signal) => {
        const batch = new DynamicsWebApi(config);
        batch.startBatch();
        await Promise.all(
          reads.map((read) =>
            read.key === undefined
              ? batch.retrieveMultiple(collectionRequest(read))
              : batch.retrieve(rowRequest(read, read.key)),
          ),
        );
        return batch.executeBatch({ continueOnError: true, signal });
      });
      return reads.map((read, index) =>
        rowInBatch(read, Array.isArray(results) ? results[index] : undefined),
      );
    },

    async transaction(writes) {
      await trip(writes, async (signal) => {
        const batch = new DynamicsWebApi(config);
        batch.startBatch();
        await addTransaction(batch, writes);
        let failed = false;
        const results = await batch.executeBatch({ signal }).catch((thrown: unknown) => {
          // A batch with an error status is thrown as the array of what its operations answered.
          if (!Array.isArray(thrown)) throw thrown;
          failed = true;
          return thrown as unknown[];
        });
        requireCommitted(writes, results, failed);
      });
    },

    async unboundAction(action, parameters) {
      return rowOf(
        await trip(parameters, (signal) =>
          shared.callAction({ actionName: action, action: parameters, signal }),
        ),
      );
    },

    async hasColumn(table, column) {
      try {
        await trip(undefined, (signal) =>
          shared.retrieveAttribute({
            entityKey: `LogicalName='${table}'`,
            attributeKey: `LogicalName='${column}'`,
            select: ['LogicalName'],
            signal,
          }),
        );
        return true;
      } catch (failure) {
        if (failure instanceof RequestFailure && failure.status === 404) return false;
        throw failure;
      }
    },
  };
}

/** The answer as a row; a page of a proxy that says 200 is none. */
function rowOf(answer: unknown): Row {
  if (typeof answer === 'object' && answer !== null && !Array.isArray(answer)) return answer as Row;
  throw new RequestFailure('answered', 'the answer is no JSON object', 200);
}

function pageOf(answer: unknown): Page {
  const { value, '@odata.nextLink': next } = rowOf(answer);
  if (!Array.isArray(value)) throw new RequestFailure('answered', 'the answer holds no rows', 200);
  return { rows: value as Row[], ...(typeof next === 'string' && { next }) };
}

/** dynamics-web-api takes only links that begin with its own base address; a proxy may have changed the host in them. */
const nextLink = (base: URL, next: string): string => {
  const { pathname, search } = new URL(next, base);
  return `${base.origin}${pathname}${search}`;
};

/** One result of a batch of reads. */
function rowInBatch(read: Read, result: unknown): Row | undefined {
  if (result === undefined) throw new RequestFailure('unclear', 'the answer to the batch is not complete');
  const failure = isNativeError(result) ? requestFailure(result, read) : undefined;
  if (!failure) return rowOf(result);
  if (read.key !== undefined && isRowMissing(failure)) return undefined;
  throw failure;
}
