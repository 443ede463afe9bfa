import type { FastifyInstance } from 'fastify';
import type { Provider } from 'oidc-provider';

/** Everything that is no page of ours goes to the library, with its body unread, and with the headers of every answer. */
export async function addLibraryRoutes(server: FastifyInstance, provider: () => Provider): Promise<void> {
  await server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request, _payload, done) => done(null));
    scope.all('/*', async (request, reply) => {
      const answer = provider().callback();
      reply.hijack();
      for (const [name, value] of Object.entries(reply.getHeaders())) {
        if (value !== undefined) reply.raw.setHeader(name, value);
      }
      await answer(request.raw, reply.raw);
    });
  });
}
