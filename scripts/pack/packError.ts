/** A mistake in the source that SolutionPackager would pass over, and the import or its users would find. */
export class PackError extends Error {
  /**
   * @param file path below the pack root, `Entities/inv_invitation/Entity.xml`
   * @param problem what is wrong, a sentence
   * @param mend what to do about it, a sentence
   */
  constructor(
    readonly file: string,
    problem: string,
    readonly mend: string,
  ) {
    super(`${file}: ${problem} ${mend}`);
    this.name = 'PackError';
  }
}
