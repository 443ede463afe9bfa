import { randomBytes, randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../clock.js';
import { readToken, writeToken } from './jsonWebToken.js';

/** Whom a bearer token speaks for: an application (its application user), or a user. */
export type Subject =
  | { readonly kind: 'application'; readonly clientId: string }
  | { readonly kind: 'user'; readonly userId: string };

/** Issues and reads access tokens. The signing key lives as long as the process, so tokens of an earlier one are refused. */
export interface BearerTokens {
  /** Seconds a token lives. */
  readonly lifetime: number;
  /** @param audience the resource the token was asked for. */
  issue(subject: Subject, audience: string): string;
  /** Whom a valid token speaks for; undefined when it is forged, malformed or expired. */
  subjectOf(token: string): Subject | undefined;
}

const claimsShape = z.object({
  exp: z.number(),
  appid: z.string().optional(),
  systemuserid: z.string().optional(),
});

/** @param lifetime seconds, by the organization's clock. */
export function bearerTokens(clock: Clock, tenantId: string, lifetime: number): BearerTokens {
  const key = randomBytes(32);
  return {
    lifetime,
    issue(subject, audience) {
      const issuedAt = Math.floor(clock.now().getTime() / 1000);
      const claims = {
        aud: audience,
        iss: `https://sts.windows.net/${tenantId}/`,
        tid: tenantId,
        iat: issuedAt,
        nbf: issuedAt,
        exp: issuedAt + lifetime,
        ver: '1.0',
        uti: randomUUID(),
        ...(subject.kind === 'application'
          ? { appid: subject.clientId, idtyp: 'app' }
          : { systemuserid: subject.userId, idtyp: 'user' }),
      };
      return writeToken(claims, key);
    },
    subjectOf(token) {
      const claims = claimsShape.safeParse(readToken(token, key));
      if (!claims.success || clock.now().getTime() / 1000 >= claims.data.exp) return undefined;
      const { appid, systemuserid } = claims.data;
      if (appid !== undefined) return { kind: 'application', clientId: appid };
      return systemuserid === undefined ? undefined : { kind: 'user', userId: systemuserid };
    },
  };
}
