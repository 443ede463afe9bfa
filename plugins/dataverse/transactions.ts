import { isNativeError } from 'node:util/types';
import type { DynamicsWebApi } from 'dynamics-web-api';
import type { Row, Write } from './door.js';
import { RequestFailure, requestFailure } from './requestFailure.js';

/** What became of one transaction: it is committed, or why not. */
export type Answer = 'done' | RequestFailure;

type Transactions = readonly (readonly Write[])[];

/**
 * Adds transactions to a started batch, each in a changeset of its own. dynamics-web-api puts neighbouring writes into one changeset,
 * and only a read ends it: between two changesets stands the cheapest read there is. A transaction of one write needs no changeset.
 */
export async function addTransactions(batch: DynamicsWebApi, transactions: Transactions): Promise<void> {
  const added: Promise<unknown>[] = [];
  transactions.forEach((writes, index) => {
    if (needsSeparator(transactions, index)) added.push(batch.callFunction('WhoAmI'));
    for (const write of writes) added.push(addWrite(batch, write, writes.length > 1));
  });
  await Promise.all(added);
}

/** Parts of such a batch: the writes, and the reads between changesets. */
export const partsOf = (transactions: Transactions): number =>
  transactions.reduce(
    (sum, writes, index) => sum + writes.length + (needsSeparator(transactions, index) ? 1 : 0),
    0,
  );

const needsSeparator = (transactions: Transactions, index: number): boolean =>
  (transactions[index - 1]?.length ?? 0) > 1 && (transactions[index]?.length ?? 0) > 1;

function addWrite(batch: DynamicsWebApi, write: Write, inChangeSet: boolean): Promise<unknown> {
  const { set: collection } = write;
  switch (write.kind) {
    case 'create':
      return batch.create<Row>({ collection, data: write.row, inChangeSet });
    case 'update':
      return batch.update<Row>({
        collection,
        key: write.id,
        data: write.row,
        ifmatch: write.version ?? '*',
        inChangeSet,
      });
    case 'associate':
      return batch.associate({
        collection,
        primaryKey: write.id,
        relationshipName: write.navigation,
        relatedCollection: write.relatedSet,
        relatedKey: write.relatedId,
        inChangeSet,
      });
    case 'action': {
      const actionName = `Microsoft.Dynamics.CRM.${write.name}`;
      return batch.callAction({
        collection,
        key: write.id,
        actionName,
        action: write.parameters,
        inChangeSet,
      });
    }
  }
}

/**
 * Reads the results of such a batch. A changeset that is committed has one result for each write; one that is rolled back has a single
 * Error. Dataverse stops at the first failure, so nothing comes after it.
 * An answer that breaks off leaves the rest in doubt.
 * @param failed true when the batch as a whole was answered with an error status
 */
export function answersOf(transactions: Transactions, results: unknown, failed: boolean): readonly Answer[] {
  const answers: Answer[] = [];
  let next = 0;
  for (const [index, writes] of transactions.entries()) {
    const expected = writes.length + (needsSeparator(transactions, index) ? 1 : 0);
    const mine: unknown[] = Array.isArray(results) ? results.slice(next, next + expected) : [];
    next += expected;
    const error = mine.find((result) => isNativeError(result));
    if (error) return [...answers, requestFailure(error, writes) ?? incomplete()];
    if (mine.length < expected) return [...answers, ...transactions.slice(index).map(incomplete)];
    answers.push('done');
  }
  // An error part without a body looks like a success to dynamics-web-api, but the status of the batch tells: it was the last one.
  return failed ? [...answers.slice(0, -1), incomplete()] : answers;
}

const incomplete = (): RequestFailure =>
  new RequestFailure('unclear', 'the answer to the batch does not tell what became of this transaction');
