import { errors } from '../../errors.js';
import type { Organization, Session } from '../../organization/organization.js';
import { callerFor } from '../../organization/security/callerFor.js';
import type { BearerTokens, Subject } from './bearerToken.js';

/** What is needed to tell who calls. */
export interface Authentication {
  readonly organization: Organization;
  readonly tokens: BearerTokens;
  /** Development tokens: `dev-admin` → systemuserid. Empty unless switched on. */
  readonly developmentTokens: ReadonlyMap<string, string>;
}

/** Whom the Authorization header speaks for; undefined means 401: no token, a forged or an expired one. */
export function authenticate(authorization: string | undefined, parts: Authentication): Subject | undefined {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (token === undefined) return undefined;
  const userId = parts.developmentTokens.get(token);
  return userId === undefined ? parts.tokens.subjectOf(token) : { kind: 'user', userId };
}

/**
 * The session of an authenticated subject. A token is only the identity provider's word: whether there is such a
 * user, enabled and with roles, the organization decides.
 * @throws DataverseError 403 when there is not.
 */
export function sessionFor(organization: Organization, subject: Subject): Session {
  const userId = subject.kind === 'user' ? subject.userId : applicationUser(organization, subject.clientId);
  return { organization, caller: callerFor(organization, userId) };
}

function applicationUser({ store }: Organization, clientId: string): string {
  const row = store.one('SELECT systemuserid FROM systemuser WHERE applicationid = ?', [
    clientId.toLowerCase(),
  ]);
  if (typeof row?.systemuserid !== 'string') throw errors.notAMember(clientId);
  return row.systemuserid;
}
