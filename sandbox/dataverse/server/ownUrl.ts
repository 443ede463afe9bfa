import type { FastifyRequest } from 'fastify';

/**
 * The server's URL as the client names it. X-Forwarded-Host and X-Forwarded-Proto come from clients that know the
 * server under another name, such as MSAL behind a network client of its own.
 */
export function ownUrl(request: FastifyRequest): string {
  const header = (name: string): string | undefined => {
    const value = request.headers[name];
    return typeof value === 'string' && value !== '' ? value : undefined;
  };
  const host = header('x-forwarded-host') ?? request.headers.host ?? 'localhost';
  return `${header('x-forwarded-proto') ?? 'http'}://${host}`;
}
