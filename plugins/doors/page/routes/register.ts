import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { securityEvent } from '../../../contract/securityEvent.js';
import type { ErrorCode } from '../../../errors/catalogue.js';
import { normaliseCode } from '../../../invitation/code.js';
import { ready } from '../../doorsContext.js';
import type { PageServer } from '../pageServer.js';
import { invitationView } from '../view/invitationViews.js';
import { codeView, lostView } from '../view/otherViews.js';
import { broughtBy } from '../visit/brought.js';
import { fieldOf } from '../visit/form.js';
import { newJourney } from '../visit/journey.js';
import { readVisit, type Visit } from '../visit/visit.js';
import { addRoute } from './addRoute.js';
import { requireForm } from './requireForm.js';

/**
 * `/register`, where the link in the mail leads. What the link brings goes into a cookie and out of the address at once; then the page shows
 * what the code is. `/:language/register` chooses the language, too, and `lang` does so on the page.
 */
export function addRegister(page: FastifyInstance, server: PageServer): void {
  const { config, context, cookies, redemptions, show, pad } = server;

  const refuse = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    show(reply, lostView(405), await readVisit(request, cookies));

  const arrive = async (
    request: FastifyRequest,
    reply: FastifyReply,
    pathLanguage?: string,
  ): Promise<FastifyReply> => {
    const visit = await readVisit(request, cookies);
    const brought = broughtBy(request.query, pathLanguage, visit.journey, config);
    if (brought === undefined) return showState(request, reply, visit);
    if (brought.addressRefused) {
      const errorCode: ErrorCode = 'INV_RETURN_ADDRESS_REFUSED';
      securityEvent(server, 'returnAddressRefused', { errorCode });
    }
    await cookies.write(reply, 'journey', brought.journey);
    return reply.redirect('/register', 303);
  };

  const showState = async (
    request: FastifyRequest,
    reply: FastifyReply,
    visit: Visit,
  ): Promise<FastifyReply> => {
    const { visitor, locale } = visit;
    const { notice, ...journey } = visit.journey ?? newJourney();
    const { code, returnUrl = config.returnUrl } = journey;
    const reader = { ...visit, journey };
    if (code === undefined) {
      if (visit.journey === undefined || notice) await cookies.write(reply, 'journey', journey);
      const shown = codeView(notice?.kind === 'codeMissing');
      return show(reply, { ...shown, ...(notice && { notice }) }, reader);
    }
    const service = ready(context);
    const inspection = await redemptions.inspect(
      { code, ipAddress: request.ip, ...(visitor && { visitor }) },
      service,
    );
    if (inspection.kind === 'invalid') await pad(request);
    const { timeZone } = service.settings();
    const shown = invitationView(inspection, {
      locale,
      timeZone,
      ...(visitor && { visitor }),
      ...(returnUrl !== undefined && { returnUrl }),
    });
    // A notice is told once, and not at all where the invitation turns out to have been redeemed after all.
    if (notice) await cookies.write(reply, 'journey', journey);
    const told = notice && inspection.kind !== 'redeemed' ? { ...shown, notice } : shown;
    return show(reply, told, reader);
  };

  const typeCode = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = await requireForm(request, reply, server);
    if (form === undefined) return reply;
    const typed = form.field('code').trim();
    const { csrf, language, returnUrl, code } = form.journey;
    const journey = { csrf, ...(language && { language }), ...(returnUrl !== undefined && { returnUrl }) };
    await cookies.write(reply, 'journey', {
      ...journey,
      ...(typed === ''
        ? { ...(code !== undefined && { code }), notice: { kind: 'codeMissing' } as const }
        : { code: normaliseCode(typed) ?? '' }),
    });
    return reply.redirect('/register', 303);
  };

  addRoute(page, '/', { get: (_request, reply) => reply.redirect('/register', 303) }, refuse);
  addRoute(page, '/register', { get: (request, reply) => arrive(request, reply), post: typeCode }, refuse);
  addRoute(
    page,
    // A language or a language and a region, as native links have them: `de`, `de-DE`.
    '/:language(^[A-Za-z-]{2,13}$)/register',
    {
      get: (request, reply) => arrive(request, reply, fieldOf(request.params, 'language')),
    },
    refuse,
  );
}
