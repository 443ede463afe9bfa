import type { ServiceConfig } from '../../../plugins/host/config.js';
import { createLog } from '../../../plugins/host/logging.js';
import { type RunningService, type ServiceParts, startService } from '../../../plugins/host/startService.js';
import { type ForgedClock, forgedClock } from '../../unit/dataverse/forgedClock.js';

/** A service in this process, through whose time a test leads it, and its log. */
export interface StartedService {
  readonly service: RunningService;
  readonly clock: ForgedClock;
  /** Messages logged so far, each with its level: `error The environment …`. */
  readonly logged: readonly string[];
  /** Goes on in time until the service is `ready`, or not ready for the reason with this code. */
  until(expected: string): Promise<void>;
}

const running: RunningService[] = [];

/** For `afterEach`. */
export async function stopServices(): Promise<void> {
  await Promise.all(running.splice(0).map((service) => service.stop()));
}

export const configFor = (url: string): ServiceConfig => ({
  dataverseUrl: url,
  identities: [{ kind: 'secret', tenantId: 't', clientId: 'c', secret: 's' }],
  host: '127.0.0.1',
  port: 0,
  pollMilliseconds: 1_000,
  concurrency: 4,
  instances: 1,
  mailsPerMinute: 0,
  logLevel: 'info',
});

/** @param user the development user it signs in as; null: it signs in as the configuration says */
export async function start(
  config: ServiceConfig,
  parts: Partial<ServiceParts> = {},
  user: string | null = 'admin',
): Promise<StartedService> {
  const logged: string[] = [];
  const write = (line: string): void => {
    const { level, message } = JSON.parse(line) as { level: string; message: string };
    logged.push(`${level} ${message}`);
  };
  const clock = forgedClock({ start: Date.now() });
  const tokens = user === null ? {} : { identities: [{ token: async () => `dev-${user}` }] };
  const log = createLog('info', { write });
  const service = await startService(config, { plugins: [], clock, log, ...tokens, ...parts });
  running.push(service);
  return {
    service,
    clock,
    logged,
    async until(expected) {
      for (let turn = 0; turn < 400; turn += 1) {
        const { status, reasons } = service.readiness();
        if (status === expected || reasons.some(({ code }) => code === expected)) return;
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (turn % 20 === 19) await clock.advance(30_000);
      }
      throw new Error(`never ${expected}: ${JSON.stringify(service.readiness())}`);
    },
  };
}
