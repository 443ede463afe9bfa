import { randomBytes } from 'node:crypto';
import { parseCookie, stringifySetCookie } from 'cookie';
import type { HeaderFields } from './sameOrigin.js';

/** The people who have signed in with a browser. A session lives as long as the process, or until it is ended. */
export interface BrowserSessions {
  /** Signs a user in. @returns the Set-Cookie field that gives the browser its session */
  begin(userId: string): string;
  /** Signs out whoever sent the request. @returns the Set-Cookie field that takes the cookie away */
  end(headers: HeaderFields): string;
  /** systemuserid of who sent the request; undefined without a session. */
  userOf(headers: HeaderFields): string | undefined;
}

const cookieName = 'sandbox-session';
/** The cookie says nothing by itself: scripts cannot read it, and no other site's request carries it. */
const attributes = { path: '/', httpOnly: true, sameSite: 'strict' } as const;

/** Sessions in memory, each under an id of 256 random bits. */
export function browserSessions(): BrowserSessions {
  const users = new Map<string, string>();
  return {
    begin(userId) {
      const id = randomBytes(32).toString('base64url');
      users.set(id, userId);
      return stringifySetCookie(cookieName, id, attributes);
    },
    end(headers) {
      users.delete(sessionIdOf(headers));
      return stringifySetCookie(cookieName, '', { ...attributes, maxAge: 0 });
    },
    userOf: (headers) => users.get(sessionIdOf(headers)),
  };
}

/** Empty, and nobody's, when there is none. */
function sessionIdOf({ cookie }: HeaderFields): string {
  return typeof cookie === 'string' ? (parseCookie(cookie)[cookieName] ?? '') : '';
}
