import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { apiKeyHash } from '../../plugins/doors/api/access/apiKey.js';

/** Key of the API of a service that `npm start` runs: of no value anywhere else. */
export const sampleApiKey = `inv_${'sandbox-key-of-no-value-anywhere-else'.padEnd(43, '0')}`;

/** The service as an application of the sandbox's identity provider, with a secret of no value. */
export const sampleClient = {
  id: 'invitations',
  secret: 'sandbox',
  // Any port of this machine will do (RFC 8252, 7.3).
  redirectUris: ['http://127.0.0.1/signed-in/sandbox'],
} as const;

const brand = fileURLToPath(new URL('./contoso/brand.json', import.meta.url));

/**
 * The environment variables that give a service of this machine doors.
 *
 * @param port of the doors
 * @param issuer address of the sandbox's identity provider
 */
export const sampleDoors = (port: number, issuer: string): Record<string, string> => ({
  INVITATIONS_DOORS_URL: `http://127.0.0.1:${port}`,
  INVITATIONS_DOORS_PORT: String(port),
  INVITATIONS_SECRET: randomBytes(32).toString('base64'),
  INVITATIONS_BRAND: brand,
  INVITATIONS_API_KEYS: `sandbox:${apiKeyHash(sampleApiKey)}`,
  OIDC_NAME: 'Sandbox',
  OIDC_ISSUER: issuer,
  OIDC_CLIENT_ID: sampleClient.id,
  OIDC_CLIENT_SECRET: sampleClient.secret,
});
