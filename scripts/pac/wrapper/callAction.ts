import path from 'node:path';
import type { IHostAbstractions, Logger, RunnerParameters } from '@microsoft/powerplatform-cli-wrapper';
import { failure } from '../failure.js';
import { redactor } from '../redact.js';

/** Where pac is, and who is told what it prints. */
export interface CallContext {
  readonly file: string;
  readonly report: (line: string) => void;
  readonly secrets?: readonly string[];
}

type Action<Parameters> = (
  parameters: Parameters,
  runner: RunnerParameters,
  host: IHostAbstractions,
) => Promise<void>;

/**
 * Calls an action of the wrapper.
 * @param verb for errors: `solution import`
 * @throws PacError when pac fails
 */
export async function callAction<Parameters>(
  verb: string,
  action: Action<Parameters>,
  parameters: Parameters,
  host: IHostAbstractions,
  { file, report, secrets = [] }: CallContext,
): Promise<void> {
  const clean = redactor(secrets);
  const output: string[] = [];
  const print = (...lines: readonly string[]): void => {
    for (const line of lines.filter((text) => !isEcho(text)).map(clean)) {
      output.push(line);
      report(line);
    }
  };
  const logger: Logger = { log: print, warn: print, error: print, debug: () => undefined };
  const runner = {
    workingDir: process.cwd(),
    // Not looked at where the path of pac is given.
    runnersDir: path.dirname(file),
    pacPath: file,
    logger,
    agent: 'dataverse-invitations',
  };
  try {
    await action(parameters, runner, host);
  } catch (error) {
    // Without its cause: the wrapper's errors repeat what pac printed, secrets included.
    const code = exitCodeOf(error);
    throw failure(verb, typeof code === 'number' ? code : clean(code), output);
  }
}

/** The wrapper's RunnerError knows the exit code; everything else is told in its own words. */
function exitCodeOf(error: unknown): number | string {
  if (error instanceof Error && 'exitCode' in error && typeof error.exitCode === 'number')
    return error.exitCode;
  return error instanceof Error ? error.message : String(error);
}

/** What the wrapper logs of its own: the call, all the lines of pac once more as a result, and the failure that it throws. */
const isEcho = (line: string): boolean =>
  /^(Calling pac cli inputs: |\w+ Action Result: |The (Clear )?Authentication Result: |authN to |error: \d+$|failed: )/.test(
    line,
  );
