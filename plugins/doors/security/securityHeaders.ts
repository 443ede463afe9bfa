import type { FastifyHelmetOptions } from '@fastify/helmet';
import type { FastifyInstance } from 'fastify';
import type { DoorsConfig } from '../config/doorsConfig.js';
import type { SignIn } from '../signIn/signIn.js';

/** Seconds for which browsers come by https alone: a year. */
const strictTransport = 31_536_000;

/**
 * The headers of every answer, as options of @fastify/helmet. No script runs on the page, nothing is loaded from elsewhere, no other page
 * frames it, and forms lead to this site and, by a redirect, to the providers.
 */
export function securityHeaders(
  { url }: Pick<DoorsConfig, 'url'>,
  signIn: Pick<SignIn, 'origins'>,
): FastifyHelmetOptions {
  const formTargets = (): string => ["'self'", ...signIn.origins()].join(' ');
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        styleSrc: ["'self'"],
        imgSrc: ["'self'"],
        formAction: [formTargets],
        frameAncestors: ["'none'"],
        baseUri: ["'none'"],
      },
    },
    referrerPolicy: { policy: 'no-referrer' },
    xFrameOptions: { action: 'deny' },
    strictTransportSecurity: isHttps(url) ? { maxAge: strictTransport, includeSubDomains: false } : false,
  };
}

/** Nothing is kept by browsers and proxies, and nothing is found by search engines. A route may say otherwise of what it serves. */
export function keepNothing(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers({ 'cache-control': 'no-store', 'x-robots-tag': 'noindex, nofollow' });
  });
}

const isHttps = (url: string): boolean => new URL(url).protocol === 'https:';
