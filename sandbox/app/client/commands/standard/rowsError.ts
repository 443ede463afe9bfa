/** Several rows, some of which a command could not deal with. */
export class RowsError extends Error {
  override readonly name = 'RowsError';

  constructor(
    message: string,
    /** One line for each of them: its name and why. */
    readonly details: string,
  ) {
    super(message);
  }
}
