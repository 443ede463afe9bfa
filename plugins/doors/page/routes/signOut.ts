import type { FastifyInstance } from 'fastify';
import type { PageServer } from '../pageServer.js';
import { lasting, newJourney } from '../visit/journey.js';
import { addRoute, type Handler } from './addRoute.js';
import { requireForm } from './requireForm.js';

/** `POST /sign-out`: forgets who has signed in, so that they can take another account. The invitation stays. */
export function addSignOut(page: FastifyInstance, server: PageServer): void {
  const { cookies } = server;
  const signOut: Handler = async (request, reply) => {
    const form = await requireForm(request, reply, server);
    if (form === undefined) return reply;
    cookies.clear(reply, 'visitor');
    cookies.clear(reply, 'redeemed');
    await cookies.write(reply, 'journey', newJourney({ ...lasting(form.journey), choose: true }));
    return reply.redirect('/register', 303);
  };
  addRoute(page, '/sign-out', { post: signOut }, server);
}
