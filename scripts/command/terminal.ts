/** What a command talks to. */
export interface Terminal {
  /** Environment variables. */
  readonly variables: Readonly<NodeJS.ProcessEnv>;
  /** The outcome, on the standard output: another program may read it. */
  readonly print: (text: string) => void;
  /** Progress that is no outcome, and errors: on the standard error. */
  readonly tell: (text: string) => void;
  /** Whether a person watches: then there are colours, and a sign-in by device code. */
  readonly isWatched: boolean;
}

/** That of this process. */
export const thisTerminal = (): Terminal => ({
  variables: process.env,
  print: (text) => console.log(text),
  tell: (text) => console.error(text),
  isWatched: process.stdout.isTTY === true && process.stderr.isTTY === true,
});
