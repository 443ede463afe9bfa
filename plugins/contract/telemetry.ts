/**
 * What the service counts.
 *  sent         mails handed over to Dataverse
 *  skipped      send requests that were answered without a mail; the reason is the skip reason
 *  failed       send requests that ended in Send Failed; the reason is the send result
 *  setAside     rows that were put aside after repeated failures; the reason is the error's code
 *  undelivered  invitations whose mail failed or is late; the reason is which
 *  redeemed     redemption requests answered; the reason is the outcome
 *  security     security events; the reason is which (plugins/contract/securityEvent)
 */
export type Happening = 'sent' | 'skipped' | 'failed' | 'setAside' | 'undelivered' | 'redeemed' | 'security';

/** A piece of work that is traced. */
export interface Span {
  /** `send`, `redeem`, `render` … */
  readonly name: string;
  /** The id that leads from the command to the mail (plugins/invitation/ids); left out: that of the surrounding span. */
  readonly correlation?: string;
  /** Never a code or an address. */
  readonly attributes?: Readonly<Record<string, string | number | boolean>>;
}

/** Where plugins tell what they do. Costs nothing when nobody listens, and never fails. */
export interface Telemetry {
  happened(what: Happening, reason?: string, times?: number): void;
  /** Rows that wait for a plugin, as last counted. `more`: Dataverse counts no further. */
  waiting(plugin: string, rows: number, more: boolean): void;
  /** Runs `work` within a span; log lines written inside carry its correlation id. */
  traced<T>(span: Span, work: () => Promise<T>): Promise<T>;
}

/** Nobody listens. */
export const silentTelemetry: Telemetry = {
  happened: () => undefined,
  waiting: () => undefined,
  traced: (_span, work) => work(),
};
