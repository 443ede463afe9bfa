import { connect, type ConnectOptions } from '../../../plugins/dataverse/connect.js';
import type { OwnedDoor } from '../../../plugins/dataverse/door.js';
import { type Sandbox, type SandboxOptions, startSandbox } from '../../../sandbox/start.js';

/** A sandbox with base tables alone unless asked otherwise, and a door to it. */
export interface SandboxDoor {
  readonly sandbox: Sandbox;
  /** The door of a development user: `admin`, `reader` … */
  doorOf(user: string, options?: Partial<ConnectOptions>): OwnedDoor;
}

export async function openSandbox(options: SandboxOptions = {}): Promise<SandboxDoor> {
  const sandbox = await startSandbox({ solutions: [], developmentTokens: true, ...options });
  return {
    sandbox,
    doorOf: (user, doorOptions) =>
      connect({ url: sandbox.url, identities: [{ token: async () => `dev-${user}` }], ...doorOptions }),
  };
}
