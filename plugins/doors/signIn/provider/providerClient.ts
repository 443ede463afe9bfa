import {
  allowInsecureRequests,
  clockSkew,
  Configuration,
  customFetch,
  discovery,
  enableNonRepudiationChecks,
  getJwksCache,
  setJwksCache,
  type ClientAuth,
  type ExportedJWKSCache,
  type ServerMetadata,
} from 'openid-client';
import type { ProviderConfig } from '../../config/doorsConfig.js';
import { failureOf } from '../failure.js';
import { boundedFetch } from './boundedFetch.js';
import { checkMetadata, clientAuthentication, MetadataRefused } from './checkMetadata.js';
import { isOnLoopback } from './loopback.js';

/** How long a discovery document is good, and how long a provider that failed is left alone; milliseconds. */
const goodFor = 60 * 60_000;
const pause = 10_000;

/** What openid-client needs to speak with one provider. */
export interface ProviderClient {
  readonly provider: ProviderConfig;
  /** Where its sign-in page is, as far as is known. */
  readonly origin: () => string;
  /**
   * For one exchange, at the service's time.
   *
   * @throws what openid-client throws, AnswerRefused, MetadataRefused; for a pause the same error again, without asking
   */
  readonly configuration: () => Promise<Configuration>;
  /** Keeps the keys that an exchange has fetched. */
  readonly keep: (used: Configuration) => void;
}

/** How a provider is asked. */
export interface ProviderClientOptions {
  readonly fetch: typeof fetch;
  readonly now: () => Date;
  /** Seconds. */
  readonly timeout: number;
}

interface Discovered {
  readonly metadata: ServerMetadata;
  readonly authentication: ClientAuth;
}

/** A provider that is asked for its description when it is first needed. One that is down concerns nobody but those who choose it. */
export function createProviderClient(
  provider: ProviderConfig,
  options: ProviderClientOptions,
): ProviderClient {
  const { now, timeout } = options;
  const fetch = boundedFetch(options.fetch);
  const insecure = isOnLoopback(provider.issuer);
  let known: Discovered | undefined;
  let failed: unknown;
  let askAgainAt = -Infinity;
  let asking: Promise<void> | undefined;
  let keys: ExportedJWKSCache | undefined;

  const ask = async (): Promise<void> => {
    try {
      const found = await discovery(new URL(provider.issuer), provider.clientId, undefined, undefined, {
        [customFetch]: fetch,
        timeout,
        execute: insecure ? [allowInsecureRequests] : [],
      });
      const metadata = found.serverMetadata();
      checkMetadata(metadata, provider);
      known = { metadata, authentication: clientAuthentication(metadata, provider) };
      askAgainAt = now().getTime() + goodFor;
    } catch (error) {
      failed = isUntrue(error)
        ? new MetadataRefused('its description does not hold', { cause: error })
        : error;
      askAgainAt = now().getTime() + pause;
    }
  };

  const discovered = async (): Promise<Discovered> => {
    const wait = askAgainAt - now().getTime();
    // A clock that was set back must not stretch the pause.
    if (wait <= 0 || wait > goodFor) await (asking ??= ask().finally(() => (asking = undefined)));
    // What was good an hour ago is better than nobody signing in.
    if (known === undefined) throw failed;
    return known;
  };

  return {
    provider,

    origin: () => new URL(known?.metadata.authorization_endpoint ?? provider.issuer).origin,

    async configuration() {
      const { metadata, authentication } = await discovered();
      const skew = Math.round((now().getTime() - Date.now()) / 1000);
      const configuration = new Configuration(
        metadata,
        provider.clientId,
        { [clockSkew]: skew },
        authentication,
      );
      configuration[customFetch] = fetch;
      configuration.timeout = timeout;
      if (insecure) allowInsecureRequests(configuration);
      // Without it openid-client takes a token that came over TLS for granted and looks at no signature.
      enableNonRepudiationChecks(configuration);
      if (keys !== undefined) setJwksCache(configuration, keys);
      return configuration;
    },

    keep: (used) => {
      keys = getJwksCache(used) ?? keys;
    },
  };
}

/** True when it was read, and openid-client refuses what it says: above all, that its issuer is another one. */
const isUntrue = (error: unknown): boolean => failureOf(error).kind === 'refused';
