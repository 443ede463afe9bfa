import type { FastifyInstance } from 'fastify';
import type { PageServer } from '../pageServer.js';
import { addRoute } from './addRoute.js';
import { doAsAsked } from './askingForm.js';

/** `POST /ask`: asks for a new invitation in place of one that is not valid any more. The page then shows whether it was. */
export function addAskForNew(page: FastifyInstance, server: PageServer): void {
  const { redemptions, pad } = server;
  addRoute(
    page,
    '/ask',
    {
      post: (request, reply) =>
        doAsAsked(request, reply, server, async (asking) => {
          const answer = await redemptions.askForNew(asking.request, asking.service);
          if (answer === 'refused') await pad(request);
          return reply.redirect('/register', 303);
        }),
    },
    server,
  );
}
