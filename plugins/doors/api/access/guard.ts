import type { FastifyRequest } from 'fastify';
import type { Logger } from 'pino';
import { recentMoments } from '../../../contract/recentMoments.js';
import { securityEvent } from '../../../contract/securityEvent.js';
import { silentTelemetry } from '../../../contract/telemetry.js';
import { invitationError } from '../../../errors/invitationError.js';
import type { ApiConfig } from '../../config/doorsConfig.js';
import type { DoorsContext } from '../../doorsContext.js';
import { countedAddress } from '../../../redeem/locks/address.js';
import { ProblemError } from '../problem/problemError.js';
import { apiKeyName, isApiKey } from './apiKey.js';
import { createTokenCheck } from './accessToken.js';
import { KeysUnavailable } from './issuerKeys.js';

/** Lets clients in. */
export interface Guard {
  /**
   * Finds out who asks, before the body is read.
   * @throws ProblemError 401, 429, 503
   */
  admit(request: FastifyRequest): Promise<void>;
  /** Who asks: `key:shop`, or issuer and client of a token. Only after `admit`. */
  clientOf(request: FastifyRequest): string;
}

/** Milliseconds for which a refusal counts, and refusals of an address in that time after which it gets another answer. */
const window = 600_000;
const limit = 20;
/** Addresses that are remembered: whoever has more than these guesses 256 bits no better. */
const capacity = 20_000;

/**
 * A guard that knows keys and tokens. Whoever is refused too often from one address is told to wait; a key that holds is let in all the
 * same, so that nobody behind a common proxy can shut the others out, and 256 bits are not guessed at any pace.
 */
export function createGuard(options: {
  readonly config: ApiConfig;
  readonly context: DoorsContext;
  readonly log: Logger;
  readonly now: () => Date;
}): Guard {
  const { config, context, log, now } = options;
  const clients = new WeakMap<FastifyRequest, string>();
  const refusals = recentMoments(window, capacity);
  /** Lock-outs that have been told: one line each, however many come. */
  const lockOuts = recentMoments(window, capacity);
  const checkToken = createTokenCheck(config.issuers, now);

  const clientFor = async (credential: string): Promise<string | undefined> => {
    if (isApiKey(credential)) {
      const name = apiKeyName(credential, config.keys);
      return name === undefined ? undefined : `key:${name}`;
    }
    try {
      return await checkToken(credential);
    } catch (error) {
      if (!(error instanceof KeysUnavailable)) throw error;
      const { code, message } = invitationError('INV_PROVIDER_UNREACHABLE', {
        provider: error.issuer,
        reason: error.reason,
      });
      log.error({ errorCode: code }, message);
      throw new ProblemError('INV_DOOR_NOT_READY', {}, { cause: error });
    }
  };

  const refuse = (address: string, credential: string | undefined): ProblemError => {
    const events = { log, telemetry: context()?.telemetry ?? silentTelemetry };
    const at = now().getTime();
    const recent = refusals.of(address, at);
    if (recent.length >= limit) {
      if (lockOuts.of(address, at).length === 0) {
        securityEvent(events, 'lockedOut', { door: 'api' });
        lockOuts.add(address, at);
      }
      const retryAfter = Math.ceil(((recent[0] ?? at) + window - at) / 1000);
      return new ProblemError('INV_TOO_MANY_ATTEMPTS', { retryAfter });
    }
    refusals.add(address, at);
    if (credential === undefined) return unauthorized('Bearer realm="invitations"');
    securityEvent(events, 'tokenRefused', { kind: isApiKey(credential) ? 'key' : 'token' });
    return unauthorized('Bearer realm="invitations", error="invalid_token"');
  };

  return {
    async admit(request) {
      const credential = /^Bearer +(\S+)$/i.exec(request.headers.authorization ?? '')?.[1];
      const client = credential === undefined ? undefined : await clientFor(credential);
      if (client === undefined) throw refuse(countedAddress(request.ip), credential);
      clients.set(request, client);
    },

    clientOf(request) {
      const client = clients.get(request);
      if (client === undefined) throw new Error('a request was not admitted');
      return client;
    },
  };
}

/** RFC 6750, 3: nothing is said of an error where no credential came; which part of one was wrong is said nowhere. */
const unauthorized = (challenge: string): ProblemError =>
  new ProblemError('INV_API_UNAUTHORIZED', { headers: { 'www-authenticate': challenge } });
