import { Mistake } from '../command/mistake.js';

/** A run of `pac` that failed, or that could not begin. The message is a sentence that says what to do; it holds no secret. */
export class PacError extends Mistake {
  override readonly name = 'PacError';

  constructor(
    message: string,
    /** What pac printed, without secrets; it has been reported line by line already. */
    readonly output: readonly string[] = [],
    options?: ErrorOptions,
  ) {
    super(message, options);
  }
}
