/**
 * Something that a person can mend. The message says what is wrong and what to do about it; a command prints it alone. Whatever else
 * is thrown is a fault of the program, and is printed with its stack.
 */
export class Mistake extends Error {
  override readonly name: string = 'Mistake';
}

/** A command line that is not one: the command prints its usage too. */
export class UsageMistake extends Mistake {
  override readonly name = 'UsageMistake';
}
