import {
  ClientSecretBasic,
  ClientSecretPost,
  None,
  type ClientAuth,
  type ServerMetadata,
} from 'openid-client';
import type { ProviderConfig } from '../../config/doorsConfig.js';
import { isOnLoopback } from './loopback.js';

/** A provider whose description cannot be relied on; its message says why, in words. */
export class MetadataRefused extends Error {
  override readonly name = 'MetadataRefused';
}

/** What the service asks for or leads people to; the last one is not needed. */
const endpoints = ['authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const;
const optionalEndpoints = ['userinfo_endpoint'] as const;

/**
 * Checks a discovery document: the issuer is the one that was configured (OpenID Connect Discovery, 4.3), and nothing is asked for or shown
 * without TLS, save on this machine.
 *
 * @throws MetadataRefused
 */
export function checkMetadata(metadata: ServerMetadata, { issuer }: Pick<ProviderConfig, 'issuer'>): void {
  if (metadata.issuer.includes('{')) {
    throw new MetadataRefused(
      'its issuer stands for every tenant, so that anybody could be anyone; configure the issuer of one tenant, with its id in place of "common" or "organizations"',
    );
  }
  if (new URL(metadata.issuer).href !== new URL(issuer).href) {
    throw new MetadataRefused('it names another issuer than the configured one');
  }
  for (const name of [...endpoints, ...optionalEndpoints]) {
    const address = metadata[name];
    if (address === undefined && optionalEndpoints.some((optional) => optional === name)) continue;
    if (!isSafe(address, isOnLoopback(issuer))) {
      throw new MetadataRefused(`its ${name} is no https address`);
    }
  }
}

/**
 * How the service proves to the token endpoint that it is the client. Nothing said means client_secret_basic (OpenID Connect Discovery, 3).
 * client_secret_post goes first: what is percent-encoded how in the header is where implementations differ.
 *
 * @throws MetadataRefused when the provider takes neither
 */
export function clientAuthentication(
  metadata: ServerMetadata,
  { clientSecret }: Pick<ProviderConfig, 'clientSecret'>,
): ClientAuth {
  if (clientSecret === undefined) return None();
  const listed: unknown = metadata.token_endpoint_auth_methods_supported;
  const methods: readonly unknown[] = Array.isArray(listed) ? listed : ['client_secret_basic'];
  if (methods.includes('client_secret_post')) return ClientSecretPost(clientSecret);
  if (methods.includes('client_secret_basic')) return ClientSecretBasic(clientSecret);
  throw new MetadataRefused('it takes no client secret');
}

function isSafe(address: unknown, loopbackToo: boolean): boolean {
  if (typeof address !== 'string' || !URL.canParse(address)) return false;
  const { protocol, hostname } = new URL(address);
  return plainHost.test(hostname) && (protocol === 'https:' || (loopbackToo && isOnLoopback(address)));
}

/** URLs allow more (WHATWG URL, forbidden domain code points), which in the page's policy would be more than one host: `*`, `;` and `,`. */
const plainHost = /^(?:[a-z\d._-]+|\[[a-f\d:.]+\])$/;
