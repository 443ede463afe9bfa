/** What a plain client did while it ran. */
export interface PlainWork {
  /** Requests it made. */
  requests: number;
  /** Of these, how many were answered 429. */
  refused: number;
}

/** An invitation that a plain client sends. */
export interface PlainInvitation {
  readonly id: string;
  readonly contact: string;
}

/** What a plain client works with. */
export interface PlainClientOptions {
  /** Address of the Dataverse. */
  readonly url: string;
  /** A bearer token of its own: limits are counted by user. */
  readonly token: string;
  /** The systemuserid that mails come from. */
  readonly sender: string;
  readonly invitations: readonly PlainInvitation[];
  /** Counts as the work goes on. */
  readonly work: PlainWork;
  /** Aborted when enough was measured. */
  readonly signal: AbortSignal;
}
