import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visitor } from '../../../redeem/visitor.js';
import type { Seal } from '../../sealed/seal.js';
import type { SignInState } from '../../signIn/signIn.js';
import type { Journey } from './journey.js';
import type { Receipt } from './receipt.js';

/** What each cookie holds. */
interface Contents {
  readonly journey: Journey;
  readonly 'sign-in': SignInState;
  readonly visitor: Visitor;
  readonly redeemed: Receipt;
}

type CookieName = keyof Contents;

/** Seconds for which each can be opened. */
const lifetimes: Readonly<Record<CookieName, number>> = {
  journey: 1800,
  'sign-in': 600,
  visitor: 1800,
  redeemed: 600,
};

/** The page's cookies. */
export interface Cookies {
  /** @returns undefined when there is none, or it is too old, or not ours */
  read<Name extends CookieName>(request: FastifyRequest, name: Name): Promise<Contents[Name] | undefined>;
  /** True when the browser has sent one, even if it does not open any more. */
  has(request: FastifyRequest, name: CookieName): boolean;
  write<Name extends CookieName>(reply: FastifyReply, name: Name, content: Contents[Name]): Promise<void>;
  clear(reply: FastifyReply, name: CookieName): void;
}

/**
 * Sealed cookies that no script reads and no form of another site brings along. They last as long as the browser runs: how long they can be
 * opened is sealed in, and one that is too old is told from one that was never kept. `__Host-`: no other host or path has set it (RFC 6265bis, 4.1.3.2).
 *
 * @param url the address of this site
 */
export function createCookies(seal: Seal, url: string): Cookies {
  const secure = new URL(url).protocol === 'https:';
  const named = (name: CookieName): string => `${secure ? '__Host-' : ''}${name}`;
  const attributes = { httpOnly: true, secure, sameSite: 'lax', path: '/' } as const;
  return {
    read: (request, name) => seal.open(name, request.cookies[named(name)]),
    has: (request, name) => request.cookies[named(name)] !== undefined,
    async write(reply, name, content) {
      reply.setCookie(named(name), await seal.seal(name, content, lifetimes[name]), attributes);
    },
    clear(reply, name) {
      reply.clearCookie(named(name), attributes);
    },
  };
}
