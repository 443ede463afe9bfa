import type { FastifyInstance } from 'fastify';
import { sendTagged } from '../tagged.js';
import { bundleClient } from './bundleClient.js';

/** `GET /app/main.js`, `/app/main.css` and their source maps. The first one waits for the bundler. */
export function addBundleRoutes(app: FastifyInstance): void {
  for (const name of ['main.js', 'main.css', 'main.js.map', 'main.css.map']) {
    app.get(`/app/${name}`, async (request, reply) => {
      const file = (await bundleClient()).get(name);
      return file === undefined ? reply.callNotFound() : sendTagged(request, reply, file);
    });
  }
}
