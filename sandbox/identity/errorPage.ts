import type { FastifyError, FastifyInstance } from 'fastify';
import { errorPage } from './page/pages.js';

/** Sentences for what people run into; other errors below 500 say it themselves. */
const sentences: Readonly<Record<string, string>> = {
  SessionNotFound:
    'This sign-in is over, or was begun in another browser. Go back to the site and start again.',
};

/** Shows what did not work as a page: requests that cannot be answered, and defects, which are told besides. */
export function addErrorPage(
  server: FastifyInstance,
  name: string,
  onDefect: (error: unknown) => void,
): void {
  server.setErrorHandler((error: FastifyError, _request, reply) => {
    const status = error.statusCode ?? 500;
    if (status >= 500) onDefect(error);
    const sentence =
      status >= 500 ? 'The identity provider has a problem.' : (sentences[error.name] ?? error.message);
    return reply.code(status).type('text/html; charset=utf-8').send(errorPage(name, sentence));
  });
}
