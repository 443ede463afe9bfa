/** A request that the server refused, or that did not reach it. The message is fit to be shown. */
export class ApiError extends Error {
  override readonly name = 'ApiError';

  constructor(
    message: string,
    /** HTTP status; 0 when the server could not be reached. */
    readonly status: number,
    /** Dataverse's error code: `0x80040217`; '' when the answer had none. */
    readonly code: string,
  ) {
    super(message);
  }
}
