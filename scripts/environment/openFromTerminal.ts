import type { Terminal } from '../command/terminal.js';
import type { Environment } from './environment.js';
import { openEnvironment } from './openEnvironment.js';

/** Opens an environment for a command: its variables say how to sign in, and whoever watches may do so by a device code. */
export const openFromTerminal = (
  url: string,
  { variables, tell, isWatched }: Terminal,
): Promise<Environment> =>
  openEnvironment({
    url,
    variables,
    onWait: (milliseconds) => tell(`Dataverse asks to wait ${Math.ceil(milliseconds / 1000)} s; waiting.`),
    ...(isWatched && { showDeviceCode: tell }),
  });
