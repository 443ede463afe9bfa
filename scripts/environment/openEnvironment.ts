import { addressProblem } from '../../plugins/dataverse/addressProblem.js';
import type { Clock } from '../../plugins/dataverse/clock.js';
import type { Environment } from './environment.js';
import { EnvironmentError } from './environmentError.js';
import { createRepeat } from './repeat.js';
import { signInForScripts } from './signIn/signInForScripts.js';
import { webApiClient } from './webApiClient.js';

/** Which environment, and how a script signs in there. */
export interface OpenEnvironmentOptions {
  /** Base address: `https://contoso.crm.dynamics.com`; http for this machine alone. */
  readonly url: string;
  /** Environment variables that say how to sign in. Default `process.env`. */
  readonly variables?: Readonly<NodeJS.ProcessEnv>;
  /**
   * Shows a person where to enter which code, when no variable says how to sign in. Left out where nobody watches: then a missing
   * sign-in is an error.
   */
  readonly showDeviceCode?: (message: string) => void;
  /** Told before a wait of more than two seconds that the environment asked for. */
  readonly onWait?: (milliseconds: number) => void;
  readonly clock?: Clock;
  /** Milliseconds to wait for an answer. Default 130,000: a little longer than Dataverse itself takes before it gives up. */
  readonly timeout?: number;
}

/**
 * Opens an environment for a script. Nothing is sent before the first request.
 * @throws EnvironmentError the address cannot be one, or no way of signing in is set
 * @throws InvitationError INV_CERTIFICATE_UNREADABLE
 */
export async function openEnvironment(options: OpenEnvironmentOptions): Promise<Environment> {
  const { variables = process.env, timeout = 130_000, clock, onWait, showDeviceCode } = options;
  const problem = addressProblem(options.url);
  if (problem !== undefined) throw new EnvironmentError(`The address of the environment ${problem}.`);
  const url = new URL(options.url).origin;
  const tokens = signInForScripts(url, variables, showDeviceCode);
  const repeat = createRepeat({ tokens, ...(clock && { clock }), ...(onWait && { onWait }) });
  return webApiClient({ url, tokens, repeat, timeout });
}
