import type { Organization, Session } from '../../organization/organization.js';
import { callerFor } from '../../organization/security/callerFor.js';
import type { Store } from '../../storage/store.js';
import type { BearerTokens, Subject } from './bearerToken.js';
import type { BrowserSessions } from './browserSessions.js';
import { isSameOrigin, type HeaderFields } from './sameOrigin.js';

/** What is needed to tell who calls. */
export interface Authentication {
  readonly organization: Organization;
  readonly tokens: BearerTokens;
  /** Development tokens: `dev-admin` → systemuserid. Empty unless switched on. */
  readonly developmentTokens: ReadonlyMap<string, string>;
  /** Who is signed in with a browser; left out where nobody can. */
  readonly sessions?: BrowserSessions;
}

/** What tells who sends a request. */
export interface Credentials {
  readonly method: string;
  readonly headers: HeaderFields;
  /** The server's own origin, as the client names it: `http://127.0.0.1:5800`. */
  readonly ownOrigin: string;
}

/** Methods that change nothing (RFC 9110 §9.2.1), of those the Web API takes. */
const safeMethods: readonly string[] = ['GET'];

/**
 * Whom a request speaks for: its bearer token, and without an Authorization header its session cookie, as in the
 * browser with a real environment. The cookie counts for a change only when a page of this origin asks for it.
 *
 * @returns undefined for 401: nothing that speaks for anybody, a forged token or an expired one
 */
export function authenticate(credentials: Credentials, parts: Authentication): Subject | undefined {
  const { authorization } = credentials.headers;
  return authorization === undefined
    ? sessionSubject(credentials, parts.sessions)
    : tokenSubject(String(authorization), parts);
}

function tokenSubject(authorization: string, parts: Authentication): Subject | undefined {
  const token = /^Bearer\s+(\S+)$/i.exec(authorization)?.[1];
  if (token === undefined) return undefined;
  const userId = parts.developmentTokens.get(token);
  return userId === undefined ? parts.tokens.subjectOf(token) : { kind: 'user', userId };
}

function sessionSubject(
  { method, headers, ownOrigin }: Credentials,
  sessions: BrowserSessions | undefined,
): Subject | undefined {
  const userId = sessions?.userOf(headers);
  if (userId === undefined) return undefined;
  const counts = safeMethods.includes(method) || isSameOrigin(headers, ownOrigin);
  return counts ? { kind: 'user', userId } : undefined;
}

/** The user that a subject is in this organization; undefined for an application that has no application user. */
export function userOf({ store }: Organization, subject: Subject): string | undefined {
  if (subject.kind === 'user') return subject.userId;
  return applicationUserOf(store, subject.clientId);
}

/** systemuserid of an application's user; undefined when it has none. @param clientId in any case */
export function applicationUserOf(store: Store, clientId: string): string | undefined {
  const row = store.one('SELECT systemuserid FROM systemuser WHERE applicationid = ?', [
    clientId.toLowerCase(),
  ]);
  return typeof row?.systemuserid === 'string' ? row.systemuserid : undefined;
}

/**
 * The session of an authenticated user. A token is only the identity provider's word: whether there is such a user,
 * enabled and with roles, the organization decides.
 * @throws DataverseError 403 when there is not.
 */
export function sessionOf(organization: Organization, userId: string): Session {
  return { organization, caller: callerFor(organization, userId) };
}
