import { Mistake } from '../command/mistake.js';

/** A request to an environment that failed for good. The message is one sentence, without what was sent. */
export class EnvironmentError extends Mistake {
  override readonly name = 'EnvironmentError';

  constructor(
    message: string,
    /** HTTP status; undefined when there was no answer. */
    readonly status?: number,
    /** Dataverse's code, `0x80040220`, in lower case, or the system's, `ECONNREFUSED`. */
    readonly code?: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
  }

  /** True when Dataverse refused because who signed in lacks a right ("Compose HTTP requests and handle errors"). */
  get lacksPrivilege(): boolean {
    return this.status === 403;
  }

  /** True when there is no such row, table or path. */
  get isMissing(): boolean {
    return this.status === 404;
  }
}
