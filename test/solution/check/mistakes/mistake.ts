/** A mistake somebody could make, and what the check must say of it. */
export interface Mistake {
  /** The rule that finds it. */
  readonly rule: string;
  /** What was done, as the test's name says it. */
  readonly what: string;
  /** The file that is changed, below solution/src. */
  readonly file: string;
  /** Its content before → after; undefined deletes it. */
  readonly edit: (content: string) => string | undefined;
  /** The file the finding stands under, when it is another one. */
  readonly foundIn?: string;
  /** Two parts of the message: what is wrong, and how to mend it. */
  readonly says: readonly [wrong: string, mend: string];
}

/** Replaces the first occurrence. @throws Error when there is none: the mistake would not be made */
export function swap(from: string, to: string): (content: string) => string {
  return (content) => {
    if (!content.includes(from)) throw new Error(`The file has no ${from}`);
    return content.replace(from, () => to);
  };
}

/** Replaces the first occurrence after another text, such as the beginning of a column. @throws Error when there is none */
export function swapAfter(start: string, from: string, to: string): (content: string) => string {
  return (content) => {
    const index = content.indexOf(start);
    if (index < 0) throw new Error(`The file has no ${start}`);
    return content.slice(0, index) + swap(from, to)(content.slice(index));
  };
}

/** Makes the file, which is not there yet. */
export const write =
  (content: string): (() => string) =>
  () =>
    content;

/** Deletes the file. */
export const remove = (): undefined => undefined;
