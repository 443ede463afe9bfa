import { spawn } from 'node:child_process';
import { failure } from './failure.js';
import { launch, type Launch } from './launch.js';
import { readLines } from './readLines.js';
import { redactor } from './redact.js';

/** What a run of pac is given besides its arguments. */
export interface RunContext {
  /** Added to the environment variables that every run has. */
  readonly added?: Readonly<Record<string, string>>;
  /** Never to be reported, nor to be part of an error. */
  readonly secrets?: readonly string[];
  /** True: what it prints is reported only if it fails. */
  readonly quiet?: boolean;
}

/**
 * Runs `pac` once.
 * @param args `['solution', 'publish', '--environment', …]`
 * @returns the lines that it printed, without secrets
 * @throws PacError when it cannot be started or ends with a code other than 0
 */
export type RunPac = (args: readonly string[], context?: RunContext) => Promise<readonly string[]>;

export interface RunPacOptions {
  /** Path of the program. */
  readonly file: string;
  /** Environment variables of every run. */
  readonly variables: Readonly<NodeJS.ProcessEnv>;
  readonly report: (line: string) => void;
}

/** Makes the one function that starts processes here. */
export function runPac({ file, variables, report }: RunPacOptions): RunPac {
  return async (args, { added = {}, secrets = [], quiet = false } = {}) => {
    const clean = redactor(secrets);
    const output: string[] = [];
    const keep = (line: string): void => {
      output.push(clean(line));
      if (!quiet) report(clean(line));
    };
    const ending = await run({ ...launch(file, args), env: { ...variables, ...added } }, keep);
    if (ending === 0) return output;
    if (quiet) output.forEach(report);
    throw failure(args.slice(0, 2).join(' '), ending, output);
  };
}

type Invocation = Launch & { readonly env: NodeJS.ProcessEnv };

/** The exit code, or in words why there is none. */
function run({ command, commandArgs, verbatim, env }: Invocation, onLine: (line: string) => void) {
  return new Promise<number | string>((resolve) => {
    const child = spawn(command, commandArgs, {
      env,
      // Whoever waits for a pipeline has nothing to type: a question of pac ends at once instead of hanging.
      stdio: ['ignore', 'pipe', 'pipe'],
      windowsVerbatimArguments: verbatim,
    });
    const streams = [child.stdout, child.stderr].map((stream) => readLines(stream, onLine));
    // The message alone: Node.js notes the arguments in the error.
    child.once('error', ({ message }) => resolve(message));
    child.once('exit', (code, signal) => {
      // pac leaves a process behind that uploads its telemetry and keeps the streams open: its last lines, then no more.
      const stop = setTimeout(() => streams.forEach((stream) => stream.stop()), 500);
      void Promise.all(streams.map(({ ended }) => ended)).then(() => {
        clearTimeout(stop);
        resolve(code ?? `ended by ${signal}`);
      });
    });
  });
}
