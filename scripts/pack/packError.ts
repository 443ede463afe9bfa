import { Mistake } from '../command/mistake.js';

/** A mistake in the files of a solution, unpacked or in a zip, that a packer would pass over, and the import or its users would find. */
export class PackError extends Mistake {
  override readonly name = 'PackError';

  /**
   * @param file path below the pack root, `Entities/inv_invitation/Entity.xml`, or name of the zip's entry
   * @param problem what is wrong, a sentence
   * @param mend what to do about it, a sentence
   */
  constructor(
    readonly file: string,
    problem: string,
    mend: string,
  ) {
    super(`${file}: ${problem} ${mend}`);
  }
}
