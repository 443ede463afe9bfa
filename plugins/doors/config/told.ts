/** What was read of a part of the configuration, and sentences on what is wrong with it: each names a variable and repeats no value. */
export interface Told<T> {
  readonly value: T;
  readonly problems: readonly string[];
}

/** The parts of a text between commas, without the empty ones. */
export const listed = (text: string | undefined): readonly string[] =>
  (text ?? '')
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
