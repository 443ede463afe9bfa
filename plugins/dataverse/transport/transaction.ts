import { isNativeError } from 'node:util/types';
import type { DynamicsWebApi } from 'dynamics-web-api';
import type { Row, Write } from '../door.js';
import { RequestFailure, requestFailure } from '../failure/requestFailure.js';

/** Adds the writes of a transaction to a started batch, in one changeset. A transaction of one write needs none. */
export async function addTransaction(batch: DynamicsWebApi, writes: readonly Write[]): Promise<void> {
  await Promise.all(writes.map((write) => addWrite(batch, write, writes.length > 1)));
}

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
    case 'delete':
      return batch.deleteRecord({ collection, key: write.id, ifmatch: write.version, inChangeSet });
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
 * Error. An answer that breaks off says neither.
 *
 * @param failed true when the batch as a whole was answered with an error status
 * @throws RequestFailure unless all of it is committed
 */
export function requireCommitted(writes: readonly Write[], results: unknown, failed: boolean): void {
  const answered: readonly unknown[] = Array.isArray(results) ? results : [];
  const error = answered.find((result) => isNativeError(result));
  const failure = error && requestFailure(error, writes);
  if (failure) throw failure;
  // An error part without a body looks like a success to dynamics-web-api, but the status of the batch tells.
  if (error || failed || answered.length < writes.length)
    throw new RequestFailure('unclear', 'the answer to the batch does not tell what became of it');
}
