import type { FastifyInstance } from 'fastify';

/**
 * Only this server's own files: no inline script or style, no eval, nothing from elsewhere. Pictures may be data URLs.
 * A page of this origin may frame another one, as the real app does with HTML web resources.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'self'",
].join('; ');

/**
 * What every answer carries. Pages of other origins, another port of this machine among them, get nothing of it: a
 * browser would send the session cookie along. A browser keeps nothing of what the session decides, or the next one to
 * sign in would be shown what only the one before may read: a 304 confirms a row, not who may see which columns of it. Files
 * that are the same for all say otherwise.
 */
const headers = {
  'cache-control': 'no-store',
  'content-security-policy': contentSecurityPolicy,
  'cross-origin-resource-policy': 'same-origin',
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
};

/** Puts the policy on every answer of the server: pages, scripts, web resources, the Web API, and errors. */
export function addSecurityHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
}
