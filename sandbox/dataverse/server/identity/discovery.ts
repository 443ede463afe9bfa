/** How the client names the identity provider: `http://127.0.0.1:5800`, or a made-up https name that it routes here. */
export type Authority = string;

/** The OpenID configuration of a tenant: what MSAL reads to find the token endpoint. */
export function openIdConfiguration(authority: Authority, tenant: string): object {
  const base = `${authority}/${tenant}`;
  return {
    token_endpoint: `${base}/oauth2/v2.0/token`,
    token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
    grant_types_supported: ['client_credentials'],
    issuer: `${base}/v2.0`,
    authorization_endpoint: `${base}/oauth2/v2.0/authorize`,
    jwks_uri: `${base}/discovery/v2.0/keys`,
    response_types_supported: ['code'],
    subject_types_supported: ['pairwise'],
    id_token_signing_alg_values_supported: ['RS256'],
    tenant_region_scope: null,
  };
}

/** The answer to MSAL's instance discovery: this host is an authority, under its own name alone. */
export function instanceDiscovery(authority: Authority, tenant: string): object {
  const { host } = new URL(authority);
  return {
    tenant_discovery_endpoint: `${authority}/${tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: [{ preferred_network: host, preferred_cache: host, aliases: [host] }],
  };
}
