import type { InvitationError } from '../errors/invitationError.js';

/**
 * The only door to Dataverse. Plugins speak this small language of reads and writes; how it travels (dynamics-web-api,
 * $batch, tokens, retries, the governor) stays behind it.
 */

/** A row as it came: column → value, with `@odata.etag`, `_x_value` look-ups and expanded rows. Dates are texts: `2026-11-22T09:30:00Z`. */
export type Row = Record<string, unknown>;

/** What to read of a collection. `$`-options without the dollar sign, exactly as the Web API takes them, not encoded. */
export interface Read {
  /** Entity set: `inv_invitations`. */
  readonly set: string;
  /** A row's id, or an alternate key: `{ inv_codehash: '…' }`. Left out: the collection. */
  readonly key?: string | Readonly<Record<string, string>>;
  readonly select?: readonly string[];
  /** `['inv_contactid($select=fullname,emailaddress1)']` */
  readonly expand?: readonly string[];
  readonly filter?: string;
  readonly orderBy?: readonly string[];
  readonly top?: number;
  /** Rows in a page, 1 to 5,000. */
  readonly pageSize?: number;
}

/** Some rows of a collection, and the way to the rest. */
export interface Page<R extends Row = Row> {
  readonly rows: readonly R[];
  /** Hand it back to read the next page; undefined on the last. */
  readonly next?: string;
}

/** One change. Several in one `write` are one transaction: all happen or none does. */
export type Write =
  | { readonly kind: 'create'; readonly set: string; readonly row: Row }
  | {
      readonly kind: 'update';
      readonly set: string;
      readonly id: string;
      readonly row: Row;
      /** The etag the row must still have (If-Match); left out: the row must exist. */
      readonly version?: string;
    }
  | {
      readonly kind: 'delete';
      readonly set: string;
      readonly id: string;
      /** The etag the row must still have (If-Match); left out: whatever it holds. A row that is not there any more is `gone`. */
      readonly version?: string;
    }
  | {
      readonly kind: 'associate';
      readonly set: string;
      readonly id: string;
      readonly navigation: string;
      readonly relatedSet: string;
      readonly relatedId: string;
    }
  /** A bound action, without its namespace: `SendEmail` on `emails`. */
  | {
      readonly kind: 'action';
      readonly set: string;
      readonly id: string;
      readonly name: string;
      readonly parameters: Row;
    };

/**
 * How a transaction ended. Data, not exceptions: every caller must say what it does with each.
 *  done     all of it is committed
 *  changed  a row no longer has the version it was read with (412): read again, decide again
 *  exists   a row or link with that key is there already (0x80040237, 0x80060892): somebody did it before us
 *  gone     a row does not exist any more (404)
 *  refused  Dataverse says no and will say no again: privilege, validation, plug-in
 *  unknown  no answer, or one that does not tell (timeout, reset, 5xx): it may have happened; read before doing it again
 */
export type WriteOutcome =
  | { readonly kind: 'done' }
  | { readonly kind: 'changed' }
  | { readonly kind: 'exists' }
  | { readonly kind: 'gone' }
  | { readonly kind: 'refused'; readonly error: DataverseFailure }
  | { readonly kind: 'unknown'; readonly error: DataverseFailure };

/** What Dataverse, or the way to it, said. Never holds a secret, a code or a mail address. */
export interface DataverseFailure {
  /** HTTP status; undefined when there was no answer. */
  readonly status?: number;
  /** Dataverse error code, `0x80040220`. */
  readonly code?: string;
  readonly message: string;
}

/** Who the service is. */
export interface Identity {
  /** The first user of the pool: the one that acts where it matters who does. */
  readonly userId: string;
  /** Every user of the pool, the first included: what one of them wrote, the service wrote. */
  readonly userIds: readonly string[];
  readonly businessUnitId: string;
  readonly organizationId: string;
}

/** A number of rows, as far as Dataverse counts. */
export interface RowCount {
  readonly rows: number;
  /** There are more than `rows`. */
  readonly more: boolean;
}

/** The door: everything a plugin can ask of Dataverse. */
export interface Dataverse {
  whoAmI(): Promise<Identity>;
  /** One page of a collection. Reads are repeated on passing faults; throws InvitationError when they go on. */
  page<R extends Row = Row>(read: Read, next?: string): Promise<Page<R>>;
  /** Page after page: one is in memory at a time. */
  pages<R extends Row = Row>(read: Read): AsyncIterable<readonly R[]>;
  /** One row; undefined when there is none. Without a key: the first row of the collection. */
  row<R extends Row = Row>(read: Read): Promise<R | undefined>;
  /** Several reads in one HTTP request; an entry is undefined where a keyed row does not exist, `{value: rows}` for a collection. */
  readTogether(reads: readonly Read[]): Promise<readonly (Row | undefined)[]>;
  /**
   * One transaction. A 429 is waited out and repeated, it was not executed; nothing else is repeated here.
   * Throws InvitationError when it was certainly not executed for a reason that is not in the rows (no connection, no token, the
   * service's user locked out, turned away for too long): the same write is right again later.
   */
  write(writes: readonly Write[]): Promise<WriteOutcome>;
  /** An unbound action that answers rows, such as InstantiateTemplate; not for actions that change anything. */
  ask(action: string, parameters: Row): Promise<Row>;
  /**
   * How many rows there are, by `$apply` with `$count`. Dataverse counts no further than 50,000 (0x8004e023, AggregateQueryRecordLimit):
   * then `more` is true.
   */
  count(counted: { readonly set: string; readonly filter: string }): Promise<RowCount>;
  /** True when the table has such a column. */
  hasColumn(table: string, column: string): Promise<boolean>;
}

/** One application user of the pool, for whoever watches over them. What it asks goes out in its own name. */
export interface PooledIdentity {
  /** 1 for the first, as in the names of the variables that configure it. */
  readonly number: number;
  /** Requests it may have under way at once at this moment, and how many it has. */
  readonly requests: { readonly limit: number; readonly active: number };
  /** Who it is. Learns on the way how many requests at once Dataverse recommends, and Dataverse's time. */
  whoAmI(): Promise<Identity>;
  page<R extends Row = Row>(read: Read): Promise<Page<R>>;
  /** Takes it out of the pool, until it is admitted; when none is left, every request fails with the error of the last. */
  exclude(error: InvitationError): void;
  /** Puts it back. At first everyone is admitted. */
  admit(): void;
}

/** The door as its owner, the host, sees it. */
export interface OwnedDoor extends Dataverse {
  readonly identities: readonly PooledIdentity[];
  /** Milliseconds by which Dataverse's clock is ahead of the machine's; 0 until it is known, and while both agree. */
  readonly clockOffset: number;
}
