import type { Logger } from 'pino';
import { systemClock } from '../../plugins/dataverse/clock.js';
import type { DoorsConfig } from '../../plugins/doors/config/doorsConfig.js';
import { createLog } from '../../plugins/host/logging.js';
import { plugins } from '../../plugins/host/plugins.js';
import { type RunningService, startService } from '../../plugins/host/startService.js';
import { Clock } from '../../sandbox/dataverse/clock.js';
import { startMailServer, type MailServer } from '../../sandbox/mail/startMailServer.js';
import { loadSample } from '../../sandbox/seed/loadSample.js';
import { startSandbox, type Sandbox } from '../../sandbox/start.js';
import { Mistake } from '../command/mistake.js';
import { tokens } from './startSystem.js';
import { webApi, type WebApi } from './webApi.js';

/** The whole system in this process, on free ports, with rows in memory: app, mailbox, service and sample data. */
export interface RunningSystem {
  /** Where the app is: `http://127.0.0.1:41234`. */
  readonly url: string;
  readonly mailbox: Pick<MailServer, 'url' | 'store'>;
  /** Sees and may do everything, to look at rows and to prepare them. */
  readonly admin: WebApi;
  readonly sandbox: Sandbox;
  readonly service: RunningService;
  close(): Promise<void>;
}

export interface InProcessOptions {
  /** Base address of the site that invitations lead to. */
  readonly siteUrl: string;
  /** The time of Dataverse, service and mailbox; the machine's unless told otherwise. */
  readonly clock?: Clock;
  /** Values of the solution's environment variables besides the sample's, by schema name; the service starts with them. */
  readonly settings?: Readonly<Record<string, string>>;
  /** The service's doors; none unless given (`startWithDoors`). */
  readonly doors?: DoorsConfig;
  /** The service's log; it says nothing unless given. */
  readonly log?: Logger;
}

/** Milliseconds between two looks of the workers: short, because somebody waits for what they do. */
const often = 100;

/** Starts what `npm start` starts, without processes of their own and without doors: for tests and pictures. */
export async function startInProcess(options: InProcessOptions): Promise<RunningSystem> {
  const { siteUrl, clock = new Clock(), log = createLog('silent') } = options;
  const mailbox = await startMailServer({ smtpPort: 0, httpPort: 0, now: () => clock.now() });
  const sandbox = await startSandbox({
    clock,
    app: true,
    developmentTokens: true,
    mail: { smtpUrl: mailbox.smtpUrl, intervalMs: often },
    jobs: { intervalMs: often },
  });
  const { url } = sandbox;
  await loadSample({ url, tokens, variables: { siteUrl }, now: clock.now() });
  const admin = webApi(url, tokens.admin);
  for (const [name, value] of Object.entries(options.settings ?? {})) await setVariable(admin, name, value);
  const service = await startService(
    {
      dataverseUrl: url,
      // Not used: the token below is given instead.
      identities: [{ kind: 'managedIdentity' }],
      host: '127.0.0.1',
      port: 0,
      pollMilliseconds: often,
      concurrency: 4,
      instances: 1,
      mailsPerMinute: 0,
      logLevel: 'silent',
      ...(options.doors && { doors: options.doors }),
    },
    {
      plugins,
      log,
      identities: [{ token: async () => tokens.service }],
      clock: { ...systemClock, now: () => clock.now().getTime() },
    },
  );
  return {
    url,
    mailbox,
    admin,
    sandbox,
    service,
    async close() {
      await service.stop();
      await sandbox.close();
      await mailbox.close();
    },
  };
}

/** Gives an environment variable of the solution a value in this environment. */
async function setVariable(admin: WebApi, schemaName: string, value: string): Promise<void> {
  const set = 'environmentvariabledefinitions';
  const [definition] = await admin.rows(`${set}?$filter=schemaname eq '${schemaName}'`);
  if (definition === undefined) throw new Mistake(`The solution has no environment variable ${schemaName}.`);
  await admin.create('environmentvariablevalues', {
    value,
    'EnvironmentVariableDefinitionId@odata.bind': `/${set}(${String(definition.environmentvariabledefinitionid)})`,
  });
}
