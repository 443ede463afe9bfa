import type { FastifyInstance } from 'fastify';
import type { Organization } from '../organization/organization.js';
import { addAdminRoutes } from './admin/adminRoutes.js';
import type { Switches } from './admin/switches.js';
import { addApiRoutes } from './apiRoutes.js';
import { createApp } from './createApp.js';
import { Counters } from './counters.js';
import { Faults } from './faults/faults.js';
import type { Application } from './identity/application.js';
import { applicationUserOf } from './identity/authenticate.js';
import { bearerTokens, type BearerTokens } from './identity/bearerToken.js';
import type { BrowserSessions } from './identity/browserSessions.js';
import { addIdentityRoutes } from './identity/identityRoutes.js';
import type { ProtectionLimits } from './protection/limits.js';
import { Protection } from './protection/protection.js';
import { waitUntil, type Wait } from './wait.js';

/** What a server is made of, and what it emulates. */
export interface ServerOptions {
  readonly organization: Organization;
  /** The directory that the identity provider speaks for. GUID. */
  readonly tenantId: string;
  /** Applications that may ask for tokens. */
  readonly applications: readonly Application[];
  /** Fixed bearer tokens: token → systemuserid. None by default. */
  readonly developmentTokens?: ReadonlyMap<string, string>;
  /** Seconds an access token lives; 3,599 as Microsoft Entra ID's. */
  readonly tokenLifetime?: number;
  /** Adds `/sandbox/admin/*`. Off by default. */
  readonly admin?: boolean;
  /** Service protection limits; off unless given. */
  readonly protection?: Partial<ProtectionLimits>;
  /** What `x-ms-dop-hint` says; 10 by default. */
  readonly dopHint?: number;
  /** How simulated time passes; real waiting by default. */
  readonly wait?: Wait;
  /** Told of every failure that is the sandbox's own fault; writes it to stderr by default. */
  readonly onDefect?: (error: unknown) => void;
  /** Lets the Web API accept the session cookies of people who signed in with a browser. */
  readonly sessions?: BrowserSessions;
  /** Adds routes of the same origin, before the server listens. */
  readonly addRoutes?: (app: FastifyInstance) => void;
}

/** The Web API over HTTP, with its identity provider. */
export interface SandboxServer {
  readonly tokens: BearerTokens;
  readonly faults: Faults;
  readonly protection: Protection;
  readonly counters: Counters;
  readonly switches: Switches;
  /** Listens; port 0 takes a free one. Returns the URL. Throws when the port is taken. */
  start(port: number, host: string): Promise<string>;
  /** Lets requests under way finish without their simulated waiting, then ends every connection. */
  stop(): Promise<void>;
}

/** Puts the Web API, the identity provider and, if asked for, the admin endpoint together. It does not listen yet. */
export function createServer(options: ServerOptions): SandboxServer {
  const { organization, tenantId, applications } = options;
  const closing = new AbortController();
  const wait = options.wait ?? waitUntil(closing.signal);
  const faults = new Faults();
  const counters = new Counters();
  const switches: Switches = { mailboxStuck: false };
  const protection = new Protection(organization.clock, options.protection !== undefined, options.protection);
  protection.dopHint = options.dopHint ?? protection.dopHint;
  const tokens = bearerTokens(organization.clock, tenantId, options.tokenLifetime ?? 3599);
  const onDefect = options.onDefect ?? console.error;
  const authentication = {
    organization,
    tokens,
    developmentTokens: options.developmentTokens ?? new Map(),
    ...(options.sessions ? { sessions: options.sessions } : {}),
  };

  const app = createApp(onDefect);
  addIdentityRoutes(app, {
    tenantId,
    applications,
    tokens,
    faults,
    protection,
    wait,
    userOfClient: (clientId) => applicationUserOf(organization.store, clientId),
  });
  addApiRoutes(
    app,
    { organization, authentication, faults, protection, counters, wait, onDefect },
    { tenantId },
  );
  if (options.admin === true) {
    addAdminRoutes(app, { clock: organization.clock, faults, protection, counters, switches });
  }
  options.addRoutes?.(app);
  return {
    tokens,
    faults,
    protection,
    counters,
    switches,
    start: (port, host) => app.listen({ port, host }),
    stop: async () => {
      closing.abort();
      await app.close();
    },
  };
}
