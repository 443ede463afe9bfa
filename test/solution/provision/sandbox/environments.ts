import { jest } from '@jest/globals';
import type { Environment, Json } from '../../../../scripts/environment/environment.js';
import { openEnvironment } from '../../../../scripts/environment/openEnvironment.js';
import { startSandbox, type Sandbox } from '../../../../sandbox/start.js';

/** A run is two hundred requests, which take a while on a busy machine. */
jest.setTimeout(60_000);

/** A running sandbox and a script's way in, as an administrator. */
export interface Opened {
  readonly sandbox: Sandbox;
  readonly environment: Environment;
}

/** An environment that has the platform's tables and no solution. */
export const openEmpty = (): Promise<Opened> => open({ solutions: [] });

/** An environment into which solution/src is imported from its files. */
export const openLoaded = (): Promise<Opened> => open({});

async function open(options: { readonly solutions?: readonly string[] }): Promise<Opened> {
  const sandbox = await startSandbox({ ...options, developmentTokens: true });
  const environment = await openEnvironment({
    url: sandbox.url,
    variables: { DATAVERSE_TOKEN: 'dev-admin' },
  });
  return { sandbox, environment };
}

/** The environment, with every write noted. */
export function noting(environment: Environment, writes: string[]): Environment {
  return {
    ...environment,
    send(method, path, body, headers) {
      writes.push(`${method} ${path}`);
      return environment.send(method, path, body, headers);
    },
  };
}

/** The environment, asked for everything once. */
export function reading(environment: Environment): Environment {
  const answers = new Map<string, Promise<readonly Json[]>>();
  const once = (path: string, ask: () => Promise<readonly Json[]>): Promise<readonly Json[]> => {
    const answer = answers.get(path) ?? ask();
    answers.set(path, answer);
    return answer;
  };
  return {
    ...environment,
    all: (path, headers) => once(path, () => environment.all(path, headers)),
    get: async (path, headers) =>
      (await once(path, async () => [await environment.get(path, headers)]))[0] ?? {},
  };
}

/** What a broken connection throws. */
export class BrokenOff extends Error {}

/**
 * The environment, until the connection breaks.
 *
 * @param writes how many writes succeed before
 * @param isLost whether the last write arrives and its answer is lost; else it never arrives
 */
export function breakingAfter(environment: Environment, writes: number, isLost: boolean): Environment {
  let left = writes;
  return {
    ...environment,
    async send(method, path, body, headers) {
      left -= 1;
      if (left >= 0) return environment.send(method, path, body, headers);
      if (isLost) await environment.send(method, path, body, headers);
      throw new BrokenOff(path);
    },
  };
}
