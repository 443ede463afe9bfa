import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Clock } from './dataverse/clock.js';
import { startEmailSync } from './dataverse/email/startEmailSync.js';
import { install, type UserAssignment } from './dataverse/install/install.js';
import { baseLanguage, organizationId, rootBusinessUnitId } from './dataverse/install/wellKnown.js';
import { startJobs } from './dataverse/jobs/startJobs.js';
import type { Catalogue } from './dataverse/metadata/catalogue.js';
import { createCatalogue } from './dataverse/metadata/createCatalogue.js';
import { noCustomizations } from './dataverse/metadata/customizations.js';
import { readSolution } from './dataverse/metadata/read/readSolution.js';
import { rememberedSolution } from './dataverse/metadata/read/rememberedSolution.js';
import { storedCustomizations } from './dataverse/organization/customizationsRow.js';
import { createOrganization } from './dataverse/organization/organization.js';
import type { Organization } from './dataverse/organization/organization.js';
import { PrivilegeUse } from './dataverse/organization/security/privilegeUse.js';
import { createServer, type SandboxServer, type ServerOptions } from './dataverse/server/createServer.js';
import { browserSessions } from './dataverse/server/identity/browserSessions.js';
import type { Application } from './dataverse/server/identity/application.js';
import { developmentTokens, serviceApplications } from './signIn.js';
import { openStore } from './dataverse/storage/openStore.js';
import type { Store } from './dataverse/storage/store.js';

/** How to start a sandbox. Everything may be left out: then it is empty, in memory, on a free port of this machine. */
export interface SandboxOptions extends Partial<
  Pick<ServerOptions, 'admin' | 'protection' | 'tokenLifetime' | 'dopHint' | 'wait' | 'onDefect'>
> {
  /** 0, the default, takes a free port. */
  readonly port?: number;
  /** Address to listen on; 127.0.0.1 by default. */
  readonly host?: string;
  /** SQLite file that keeps the rows; in memory without it. */
  readonly data?: string;
  /** Folders of unpacked solutions, installed after the base tables; `solution/src` by default, `[]` for an empty base. */
  readonly solutions?: readonly string[];
  /**
   * Roles and column security profiles of the development users, by name. By default `manager` has Basic User,
   * `reader` has Read Only and `service` none; `admin` is always System Administrator.
   */
  readonly users?: readonly UserAssignment[];
  /** Accepts `Bearer dev-admin`, `dev-manager`, `dev-reader`, `dev-service` and those of further service users. */
  readonly developmentTokens?: boolean;
  /**
   * Adds the app host on the same port: sign-in page, `/main.aspx`, web resources. One signs in as a development user
   * without a password, so it needs `developmentTokens`.
   */
  readonly app?: boolean;
  /**
   * How many application users there are for services: `service`, `service2` … (1, at most 16). Each has a development
   * token, an application with the same secret, and the rights that `users` gives it (dataverse/install/serviceUsers.ts).
   */
  readonly serviceUsers?: number;
  /** Client secret of the service users' applications. With development tokens it is `sandbox-secret` unless given. */
  readonly serviceSecret?: string;
  /** More applications, or certificates for those of service users, that may ask for tokens. */
  readonly applications?: readonly Application[];
  /** Takes mails in Pending Send to an SMTP server, every so many milliseconds (500). */
  readonly mail?: { readonly smtpUrl: string; readonly intervalMs?: number };
  /** Runs asynchronous jobs, every so many milliseconds (200). */
  readonly jobs?: { readonly intervalMs?: number };
  /** What linking two rows a second time (N:N) gets: 412 ('refuse', the default), or 204 ('ignore'). Dataverse's own answer is not documented. */
  readonly duplicateLinks?: 'refuse' | 'ignore';
  /** The organization's time; the real one by default. */
  readonly clock?: Clock;
}

/** A running sandbox. The switches are those of the admin endpoint, for tests in the same process. */
export interface Sandbox extends Pick<
  SandboxServer,
  'tokens' | 'faults' | 'protection' | 'counters' | 'switches'
> {
  /** `http://127.0.0.1:5800`; the Web API lies below `/api/data/v9.2/`. */
  readonly url: string;
  readonly tenantId: string;
  readonly organization: Organization;
  readonly clock: Clock;
  readonly privilegeUse: PrivilegeUse;
  /** Ends the workers, the connections and the store. */
  close(): Promise<void>;
}

/** The directory that the sandbox's identity provider speaks for. */
const tenantId = '5a5d0000-0000-4000-8000-0000000000d0';
const defaultUsers: readonly UserAssignment[] = [
  { name: 'manager', roles: ['Basic User'] },
  { name: 'reader', roles: ['Read Only'] },
];
const baseFolder = fileURLToPath(new URL('./base', import.meta.url));
const defaultSolution = fileURLToPath(new URL('../solution/src', import.meta.url));

/**
 * Starts a sandbox: reads the solutions, opens the rows, installs the solutions, listens. Rows kept in a file stay.
 * @throws Error when the app is wanted without development tokens, a solution cannot be read, the data file not opened, a user or role in `users` is unknown,
 * there cannot be so many service users, or the port is taken.
 */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  if (options.app === true && options.developmentTokens !== true) {
    throw new Error('the app signs in development users: it needs development tokens.');
  }
  const clock = options.clock ?? new Clock();
  const catalogue = catalogueOf(options.solutions ?? [defaultSolution]);
  const store = openRows(catalogue, options.data);
  const privilegeUse = new PrivilegeUse();
  const organization = createOrganization({
    id: organizationId,
    businessUnitId: rootBusinessUnitId,
    catalogue: withCustomizations(catalogue, store),
    store,
    clock,
    baseLanguage,
    privilegeUse,
    ...(options.duplicateLinks === undefined ? {} : { duplicateLinks: options.duplicateLinks }),
  });
  try {
    const serviceUsers = options.serviceUsers ?? 1;
    install(organization, { users: options.users ?? defaultUsers, serviceUsers });
    const server = createServer({
      ...options,
      organization,
      tenantId,
      applications: serviceApplications(options, serviceUsers),
      developmentTokens: options.developmentTokens === true ? developmentTokens(serviceUsers) : new Map(),
      ...(options.app === true ? await appOptions(organization) : {}),
    });
    const url = await listen(server, options.port ?? 0, options.host ?? '127.0.0.1');
    const workers = startWorkers(organization, server, options);
    const close = async () => {
      await server.stop();
      for (const worker of workers) await worker.stop();
      store.close();
    };
    const { tokens, faults, protection, counters, switches } = server;
    return {
      url,
      tenantId,
      organization,
      clock,
      privilegeUse,
      tokens,
      faults,
      protection,
      counters,
      switches,
      close,
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

const catalogues = new Map<string, Catalogue>();

/** Reading the solutions takes most of a start, and they do not change while a process runs its tests. */
function catalogueOf(folders: readonly string[]): Catalogue {
  const key = folders.join('\n');
  const known = catalogues.get(key);
  if (known !== undefined) return known;
  const missing = folders.find((folder) => !existsSync(folder));
  if (missing !== undefined) throw new Error(`there is no solution folder ${missing}.`);
  const catalogue = createCatalogue([
    rememberedSolution(baseFolder),
    // A solution that somebody is working on elsewhere leaves nothing behind in this project.
    ...folders.map((folder) =>
      folder === defaultSolution ? rememberedSolution(folder) : readSolution(folder),
    ),
  ]);
  catalogues.set(key, catalogue);
  return catalogue;
}

/** A data file keeps the metadata that was defined over the Web API; its tables are in the file already. */
function withCustomizations(catalogue: Catalogue, store: Store): Catalogue {
  const customizations = storedCustomizations(store);
  if (customizations === noCustomizations) return catalogue;
  try {
    return createCatalogue(catalogue.solutions, customizations);
  } catch (cause) {
    store.close();
    const problem = 'the metadata that was defined in the data file does not fit the solutions any more';
    throw new Error(`${problem}: ${reasonOf(cause)}`, { cause });
  }
}

function openRows(catalogue: Catalogue, file: string | undefined): Store {
  try {
    return openStore(catalogue, file);
  } catch (cause) {
    if (file === undefined) throw cause;
    throw new Error(`the data file ${file} cannot be opened: ${reasonOf(cause)}`, { cause });
  }
}

async function listen(server: SandboxServer, port: number, host: string): Promise<string> {
  try {
    return await server.start(port, host);
  } catch (cause) {
    throw new Error(`it cannot listen on port ${port} of ${host}: ${reasonOf(cause)}`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  const code: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : undefined;
  if (code === 'EADDRINUSE') return 'another program uses that port; choose another one.';
  return cause instanceof Error ? cause.message : String(cause);
}

/** The app host is loaded only where it is wanted: its bundler and its tokens cost a start more than all the rest. */
async function appOptions(
  organization: Organization,
): Promise<Required<Pick<ServerOptions, 'sessions' | 'addRoutes'>>> {
  const { addAppRoutes } = await import('./app/server/addAppRoutes.js');
  const sessions = browserSessions();
  return { sessions, addRoutes: (app) => addAppRoutes(app, { organization, sessions }) };
}

interface Worker {
  stop(): Promise<void> | void;
}

function startWorkers(
  organization: Organization,
  server: SandboxServer,
  options: SandboxOptions,
): readonly Worker[] {
  const onError = options.onDefect ?? console.error;
  const mail = options.mail && {
    smtpUrl: options.mail.smtpUrl,
    intervalMs: options.mail.intervalMs ?? 500,
    isStuck: () => server.switches.mailboxStuck,
    onError,
  };
  return [
    ...(mail ? [startEmailSync(organization, mail)] : []),
    ...(options.jobs
      ? [startJobs(organization, { intervalMs: options.jobs.intervalMs ?? 200, onError })]
      : []),
  ];
}
