import { freePorts } from '../../system/freePorts.js';
import { imageOptions } from '../../system/imageOptions.js';
import type { RunningProcess } from '../../system/runProcess.js';
import { untilReady } from '../../system/untilReady.js';
import type { Workplace } from './workplace.js';

/** A service as users get it: the one-file bundle, in a process of its own. */
export interface BenchService {
  readonly program: RunningProcess;
  /** Address of its health checks. */
  readonly url: string;
}

/** Which Dataverse a service works on, and as whom. */
export interface ServiceWishes {
  /** The sandbox's address. */
  readonly dataverse: string;
  /** Environment variables by which it signs in (scripts/system/serviceIdentities). */
  readonly credentials: Readonly<Record<string, string>>;
  /**
   * Length of the sliding window of service protection, where it is not Dataverse's: the service learns how much it may ask from what it was
   * granted in a window, so a scaled one must be the same on both sides.
   */
  readonly windowSeconds?: number;
}

/** Starts a service, and resolves when it is ready. Whatever it can do without is left at its default. */
export async function startService(
  { bundle, processes }: Workplace,
  { dataverse, credentials, windowSeconds }: ServiceWishes,
): Promise<BenchService> {
  const [port = 0] = await freePorts(1);
  const program = processes.start({
    name: 'service',
    file: bundle,
    env: {
      // What the image sets costs memory, so it belongs to what is measured.
      NODE_OPTIONS: imageOptions(),
      ...credentials,
      DATAVERSE_URL: dataverse,
      DATAVERSE_AUTHORITY: dataverse,
      INVITATIONS_PORT: String(port),
      ...(windowSeconds && { INVITATIONS_PROTECTION_WINDOW_SECONDS: String(windowSeconds) }),
    },
  });
  const url = `http://127.0.0.1:${port}`;
  await untilReady(program, `${url}/readyz`);
  return { program, url };
}
