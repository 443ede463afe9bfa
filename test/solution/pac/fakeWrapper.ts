import type * as CliWrapper from '@microsoft/powerplatform-cli-wrapper';
import type { Wrapper } from '../../../scripts/pac/wrapper/loadWrapper.js';

/** One action that was called: what the wrapper would read of its parameters, through the host. */
export interface ActionCall {
  readonly action: string;
  /** Inputs that the host gave a value for; the wrapper passes no others to pac. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Parameters that are values themselves. */
  readonly values: Readonly<Record<string, unknown>>;
  readonly runner: CliWrapper.RunnerParameters;
}

export interface FakeWrapper extends Wrapper {
  readonly calls: readonly ActionCall[];
}

/** What the wrapper throws when pac ends with another code than 0: the exit code, and all output as its message. */
class RunnerError extends Error {
  constructor(
    readonly exitCode: number,
    message: string,
  ) {
    super(message);
  }
}

const isEntry = (value: unknown): value is CliWrapper.HostParameterEntry =>
  typeof value === 'object' && value !== null && 'required' in value;

/**
 * A module of the wrapper's published shape that calls no pac.
 * @param printed what pac prints in every action
 * @param exitCode what pac ends with
 */
export function fakeWrapper(printed: readonly string[] = [], exitCode = 0): FakeWrapper {
  const calls: ActionCall[] = [];
  const action =
    (name: string) =>
    async (
      parameters: object,
      runner: CliWrapper.RunnerParameters,
      host: CliWrapper.IHostAbstractions,
    ): Promise<void> => {
      const entries = Object.entries(parameters);
      const inputs = entries.flatMap(([key, entry]) => {
        const value = isEntry(entry) ? (host.getInput(entry) ?? entry.defaultValue?.toString()) : undefined;
        return value ? [[key, value] as const] : [];
      });
      calls.push({
        action: name,
        inputs: Object.fromEntries(inputs),
        values: Object.fromEntries(entries.filter(([, value]) => !isEntry(value))),
        runner,
      });
      runner.logger.debug('command: pac');
      runner.logger.log('Calling pac cli inputs: solution pack');
      runner.logger.log(...printed);
      if (exitCode !== 0) {
        runner.logger.error(`error: ${exitCode}`);
        runner.logger.error(`failed: ${printed.join(',')}`);
        throw new RunnerError(exitCode, printed.join('\n'));
      }
      runner.logger.log(`PackSolution Action Result: ${printed.join(',')}`);
    };
  return {
    calls,
    actions: {
      packSolution: action('packSolution'),
      unpackSolution: action('unpackSolution'),
      importSolution: action('importSolution'),
      publishSolution: action('publishSolution'),
    },
  };
}
