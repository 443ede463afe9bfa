import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { securityEvent } from '../../../contract/securityEvent.js';
import type { ErrorCode } from '../../../errors/catalogue.js';
import { normaliseCode } from '../../../invitation/code.js';
import type { PageServer } from '../pageServer.js';
import { broughtBy } from '../visit/brought.js';
import { fieldOf } from '../visit/form.js';
import { lasting } from '../visit/journey.js';
import { readVisit } from '../visit/visit.js';
import { addRoute, type Handler } from './addRoute.js';
import { requireForm } from './requireForm.js';
import { showInvitation } from './showInvitation.js';

/**
 * `/register`, where the link in the mail leads. What the link brings goes into a cookie and out of the address at once; then the page shows
 * what the code is. `/:language/register` chooses the language, too, and `lang` does so on the page. `POST` takes a code that was typed.
 */
export function addRegister(page: FastifyInstance, server: PageServer): void {
  const { config, cookies } = server;

  const arrive = async (
    request: FastifyRequest,
    reply: FastifyReply,
    pathLanguage?: string,
  ): Promise<FastifyReply> => {
    const visit = await readVisit(request, cookies);
    const brought = broughtBy(request.query, pathLanguage, visit.journey, config);
    if (brought === undefined) return showInvitation(request, reply, visit, server);
    if (brought.addressRefused) {
      const errorCode: ErrorCode = 'INV_RETURN_ADDRESS_REFUSED';
      securityEvent(server, 'returnAddressRefused', { errorCode });
    }
    await cookies.write(reply, 'journey', brought.journey);
    return reply.redirect('/register', 303);
  };

  const typeCode: Handler = async (request, reply) => {
    const form = await requireForm(request, reply, server);
    if (form === undefined) return reply;
    const typed = form.field('code').trim();
    await cookies.write(reply, 'journey', {
      ...lasting(form.journey),
      csrf: form.journey.csrf,
      ...(typed === '' ? { notice: { kind: 'codeMissing' } as const } : { code: normaliseCode(typed) ?? '' }),
    });
    return reply.redirect('/register', 303);
  };

  addRoute(page, '/', { get: (_request, reply) => reply.redirect('/register', 303) }, server);
  addRoute(page, '/register', { get: (request, reply) => arrive(request, reply), post: typeCode }, server);
  addRoute(
    page,
    // A language or a language and a region, as native links have them: `de`, `de-DE`.
    '/:language(^[A-Za-z-]{2,13}$)/register',
    { get: (request, reply) => arrive(request, reply, fieldOf(request.params, 'language')) },
    server,
  );
}
