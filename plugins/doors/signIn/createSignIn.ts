import type { Logger } from 'pino';
import { securityEvent } from '../../contract/securityEvent.js';
import { silentTelemetry, type Telemetry } from '../../contract/telemetry.js';
import { invitationError, isInvitationError } from '../../errors/invitationError.js';
import type { ProviderConfig } from '../config/doorsConfig.js';
import { begin, type Begun } from './begin.js';
import { failureOf } from './failure.js';
import { finish } from './finish.js';
import { createProviderClient, type ProviderClient } from './provider/providerClient.js';
import type { SignIn } from './signIn.js';

/** What signing in needs to know. */
export interface SignInOptions {
  readonly providers: readonly ProviderConfig[];
  /** Address of the doors, without a trailing slash; `<url>/signed-in/<id>` is what a provider must know as redirect address. */
  readonly url: string;
  readonly log: Logger;
  /** Counts security events. Default: nobody listens. */
  readonly telemetry?: Telemetry;
  /** The service's clock. Default: the machine's. */
  readonly now?: () => Date;
  /** How providers are asked; tests put their own in between. */
  readonly fetch?: typeof fetch;
  /** Seconds until a provider that does not answer counts as out of reach. Default 10. */
  readonly timeout?: number;
}

/**
 * Sign-in at the configured providers. Asks none of them anything before somebody wants to sign in there, keeps no state, and tells a
 * security event (`signInRefused`) for every answer that does not hold.
 */
export function createSignIn({
  providers,
  url,
  log,
  telemetry = silentTelemetry,
  now = () => new Date(),
  fetch = globalThis.fetch,
  timeout = 10,
}: SignInOptions): SignIn {
  const clients = new Map(
    providers.map((provider) => [provider.id, createProviderClient(provider, { fetch, now, timeout })]),
  );
  const clientOf = (id: string): ProviderClient => {
    const client = clients.get(id);
    // Its id came with the request, and would be logged: it could be anything.
    if (client === undefined) throw invitationError('INV_PROVIDER_UNKNOWN');
    return client;
  };
  const redirectUri = ({ provider }: ProviderClient): string => `${url}/signed-in/${provider.id}`;

  /** An error of ours for whatever went wrong with a provider, and the security event if it is one. */
  const told = async <T>({ provider: { id, name } }: ProviderClient, work: Promise<T>): Promise<T> => {
    try {
      return await work;
    } catch (error) {
      if (isInvitationError(error)) throw error;
      const { kind, reason, suspicion } = failureOf(error);
      if (suspicion !== undefined) {
        securityEvent({ log, telemetry }, 'signInRefused', { provider: id, check: suspicion });
      } else if (kind === 'unreachable') {
        log.warn({ provider: id, reason }, 'identity provider out of reach');
      }
      // The cause stays here: it holds what was sent, tokens and addresses among it.
      throw kind === 'unreachable'
        ? invitationError('INV_PROVIDER_UNREACHABLE', { provider: name, reason })
        : invitationError('INV_VISITOR_NOT_SIGNED_IN', { provider: name, reason });
    }
  };

  return {
    providers: providers.map(({ id, name }) => ({ id, name })),

    origins: () => [...new Set([...clients.values()].map((client) => client.origin()))],

    async begin(provider, wish): Promise<Begun> {
      const client = clientOf(provider);
      return told(client, begin(client, redirectUri(client), wish));
    },

    async finish(provider, answer, state) {
      const client = clientOf(provider);
      return told(client, finish(client, redirectUri(client), answer, state));
    },
  };
}
