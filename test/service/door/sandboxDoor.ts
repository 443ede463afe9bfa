import { connect, type ConnectOptions } from '../../../plugins/dataverse/connect.js';
import type { Dataverse } from '../../../plugins/dataverse/door.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/start.js';

/** A sandbox with base tables alone unless asked otherwise, and a door to it. */
export interface SandboxDoor {
  readonly sandbox: Sandbox;
  /** The door of a development user: `admin`, `reader` … */
  doorOf(user: string, options?: Partial<ConnectOptions>): Dataverse;
}

export async function openSandbox(options: SandboxOptions = {}): Promise<SandboxDoor> {
  const sandbox = await startSandbox({ solutions: [], developmentTokens: true, ...options });
  return {
    sandbox,
    doorOf: (user, doorOptions) =>
      connect({ url: sandbox.url, tokens: { token: async () => `dev-${user}` }, ...doorOptions }),
  };
}
