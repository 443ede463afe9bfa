/**
 * Requests as `Xrm.WebApi.online.executeMultiple` takes them. It looks for `getMetadata` on the prototype (Client API
 * reference, execute), so they are classes.
 */

interface RequestMetadata {
  readonly boundParameter?: null;
  readonly parameterTypes: Readonly<Record<string, never>>;
  /** 2: create, read, update, delete, associate. */
  readonly operationType: 2;
  readonly operationName: string;
}

/** One write that can be part of a change set. */
export interface WriteRequest {
  getMetadata(): RequestMetadata;
}

/** Creates a row; the payload may hold its id. */
export class CreateRequest implements WriteRequest {
  constructor(
    readonly etn: string,
    readonly payload: Readonly<Record<string, unknown>>,
  ) {}

  getMetadata(): RequestMetadata {
    return { parameterTypes: {}, operationType: 2, operationName: 'Create' };
  }
}

/** A row by its table and id, as Associate wants it. */
export interface RowReference {
  readonly entityType: string;
  readonly id: string;
}

/** Links rows through a many-to-many relationship. */
export class AssociateRequest implements WriteRequest {
  constructor(
    readonly target: RowReference,
    readonly relatedEntities: readonly RowReference[],
    readonly relationship: string,
  ) {}

  getMetadata(): RequestMetadata {
    return { boundParameter: null, parameterTypes: {}, operationType: 2, operationName: 'Associate' };
  }
}
