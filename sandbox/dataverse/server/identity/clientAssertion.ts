import { constants, verify, X509Certificate, type KeyObject, type VerifyKeyObjectInput } from 'node:crypto';
import { z } from 'zod';
import type { Application } from './application.js';
import { readJsonPart } from './jsonWebToken.js';
import { oauthErrors } from './oauthError.js';

const headerShape = z.object({
  alg: z.enum(['PS256', 'RS256']),
  'x5t#S256': z.string().optional(),
  x5t: z.string().optional(),
});

const claimsShape = z.object({
  aud: z.string(),
  iss: z.string(),
  sub: z.string(),
  exp: z.number(),
  nbf: z.number().optional(),
});

/** Clocks of client and server may differ by so many seconds. */
const tolerance = 300;

/**
 * Verifies a client's signed assertion (RFC 7523, "Microsoft identity platform application authentication
 * certificate credentials"): signature by a registered certificate, named by its thumbprint; audience the token
 * endpoint; issuer and subject the client; within its time.
 * @param audiencePath the token endpoint's path. The host is not compared: MSAL refuses http, so its clients know
 * the sandbox under a made-up https name.
 * @param now the client's time.
 * @throws OAuthError invalid_client.
 */
export function verifyClientAssertion(
  assertion: string,
  application: Application,
  audiencePath: string,
  now: Date,
): void {
  const [head = '', claims = '', signature = '', ...more] = assertion.split('.');
  const header = headerShape.safeParse(readJsonPart(head));
  const content = claimsShape.safeParse(readJsonPart(claims));
  if (more.length > 0 || signature === '' || !header.success || !content.success)
    throw oauthErrors.malformedAssertion();
  const certificate = registeredCertificate(application, header.data);
  const signed = Buffer.from(`${head}.${claims}`);
  const key = verificationKey(certificate.publicKey, header.data.alg);
  if (!verify('sha256', signed, key, Buffer.from(signature, 'base64url'))) {
    throw oauthErrors.unknownCertificate(application.clientId);
  }
  const { iss, sub, aud, exp, nbf } = content.data;
  if (![iss, sub].every((name) => name.toLowerCase() === application.clientId.toLowerCase())) {
    throw oauthErrors.assertionSubject(application.clientId);
  }
  if (pathOf(aud) !== audiencePath) throw oauthErrors.assertionAudience();
  const seconds = now.getTime() / 1000;
  if (seconds > exp + tolerance || seconds < (nbf ?? 0) - tolerance) throw oauthErrors.assertionOutOfTime();
}

function registeredCertificate(
  application: Application,
  header: z.infer<typeof headerShape>,
): X509Certificate {
  const certificate = (application.certificates ?? [])
    .map((pem) => new X509Certificate(pem))
    .find((candidate) =>
      header['x5t#S256'] === undefined
        ? base64url(candidate.fingerprint) === header.x5t
        : base64url(candidate.fingerprint256) === header['x5t#S256'],
    );
  if (certificate === undefined) throw oauthErrors.unknownCertificate(application.clientId);
  return certificate;
}

/** `AB:CD:…` → base64url, as a token's header names a certificate. */
function base64url(fingerprint: string): string {
  return Buffer.from(fingerprint.replaceAll(':', ''), 'hex').toString('base64url');
}

function verificationKey(key: KeyObject, algorithm: 'PS256' | 'RS256'): VerifyKeyObjectInput {
  return algorithm === 'RS256'
    ? { key }
    : { key, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
}

function pathOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).pathname : undefined;
}
