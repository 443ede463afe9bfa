import { loadSample } from '../../sandbox/seed/loadSample.js';
import { requireFree } from './requireFree.js';
import { serviceCredentials } from './serviceIdentities.js';
import { sampleDoors } from './sampleDoors.js';
import { runProcess, type RunningProcess } from './runProcess.js';
import { untilReady } from './untilReady.js';

/** The sandbox's fixed tokens; they work on the sandbox alone. */
export const tokens = {
  admin: 'dev-admin',
  manager: 'dev-manager',
  reader: 'dev-reader',
  service: 'dev-service',
} as const;

/** How the service signs in at the sandbox's own token endpoint: a real client-credentials flow, with a secret of no value. */
export const sandboxCredentials = serviceCredentials(1);

export interface Ports {
  readonly dataverse: number;
  readonly mailbox: number;
  readonly smtp: number;
  readonly service: number;
  readonly doors: number;
  readonly identity: number;
}

export interface SystemOptions {
  readonly ports: Ports;
  /** SQLite file that keeps the organization; without it everything is gone at the end. */
  readonly dataFile?: string;
  /** Application users that the service works as, all with its rights: 1 unless given, at most 16. */
  readonly serviceUsers?: number;
  /** Gets what the processes print. */
  readonly onLine: (program: string, line: string) => void;
}

export interface System {
  /** Addresses: of the app and the Web API, of the mailbox page, of the service's health checks. */
  readonly dataverse: string;
  readonly mailbox: string;
  readonly service: string;
  /** Address of the service's doors; invitations lead there. */
  readonly doors: string;
  /** Issuer of the sandbox's identity provider. */
  readonly identity: string;
  /** Resolves with the name of the first process that ends by itself. */
  readonly broken: Promise<string>;
  /** Stops the service first, so that it can finish what it is doing, then the rest. */
  readonly stop: () => Promise<void>;
}

/**
 * Starts the whole system on this machine: mailbox, sandbox, identity provider and service with its doors as separate processes, and
 * the sample data. Resolves when the service says it is ready and people can sign in.
 *
 * @throws Error naming the port that is taken or the process that did not start
 */
export async function startSystem({
  ports,
  dataFile,
  serviceUsers = 1,
  onLine,
}: SystemOptions): Promise<System> {
  const dataverse = addressOf(ports.dataverse);
  const mailbox = addressOf(ports.mailbox);
  const service = addressOf(ports.service);
  const doors = addressOf(ports.doors);
  const identity = addressOf(ports.identity);
  await requireFree({ ...ports });
  const running: RunningProcess[] = [];
  const run = (
    name: string,
    file: string,
    args: string[],
    env: Record<string, string> = {},
  ): RunningProcess => {
    const program = runProcess({ name, file, args, env, onLine: (line) => onLine(name, line) });
    running.unshift(program);
    return program;
  };
  const stop = async (): Promise<void> => {
    for (const program of running) await program.stop();
  };

  try {
    const mail = run('mailbox', 'sandbox/mail/main.ts', [
      `--smtp-port=${ports.smtp}`,
      `--http-port=${ports.mailbox}`,
    ]);
    const sandbox = run('sandbox', 'sandbox/main.ts', [
      `--port=${ports.dataverse}`,
      `--smtp=smtp://127.0.0.1:${ports.smtp}`,
      '--development-tokens',
      `--service-users=${serviceUsers}`,
      '--app',
      ...(dataFile ? [`--data=${dataFile}`] : []),
    ]);
    const people = run('identity', 'sandbox/identity/main.ts', [
      `--port=${ports.identity}`,
      `--dataverse=${dataverse}`,
    ]);
    await untilReady(sandbox, `${dataverse}/api/data/v9.2/WhoAmI`, {
      authorization: `Bearer ${tokens.admin}`,
    });
    // The service loads while the sample data, its settings first, is written.
    const plugins = run('service', 'plugins/host/main.ts', [], {
      ...serviceCredentials(serviceUsers),
      DATAVERSE_URL: dataverse,
      DATAVERSE_AUTHORITY: dataverse,
      INVITATIONS_PORT: String(ports.service),
      ...sampleDoors(ports.doors, identity),
      // Somebody is watching: look often.
      INVITATIONS_POLL_SECONDS: '0.3',
    });
    await loadSample({ url: dataverse, tokens, variables: { siteUrl: doors }, now: new Date() });
    await Promise.all([
      untilReady(mail, mailbox),
      untilReady(people, `${identity}/.well-known/openid-configuration`),
      untilReady(plugins, `${service}/readyz`),
    ]);
  } catch (error) {
    await stop();
    throw error;
  }
  const broken = Promise.race(running.map((program) => program.exited.then(() => program.name)));
  return { dataverse, mailbox, service, doors, identity, broken, stop };
}

const addressOf = (port: number): string => `http://127.0.0.1:${port}`;
