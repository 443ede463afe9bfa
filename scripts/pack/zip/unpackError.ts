/** Why a zip cannot be brought back to source. */
export class UnpackError extends Error {
  /**
   * @param entry what it is about: an entry of the zip
   * @param problem what is wrong, a sentence
   * @param mend what to do about it, a sentence
   */
  constructor(
    readonly entry: string,
    problem: string,
    readonly mend: string,
  ) {
    super(`${entry}: ${problem} ${mend}`);
    this.name = 'UnpackError';
  }
}
