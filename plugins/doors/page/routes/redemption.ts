import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { isInvitationError } from '../../../errors/invitationError.js';
import { refused, succeeded } from '../../../redeem/redemption.js';
import { ready } from '../../doorsContext.js';
import { languageOf } from '../language/languages.js';
import type { PageServer } from '../pageServer.js';
import { lostView } from '../view/otherViews.js';
import { redeemedView } from '../view/redeemedView.js';
import { fieldOf } from '../visit/form.js';
import { grantingOf } from '../visit/granting.js';
import { newJourney, type Journey, type Notice } from '../visit/journey.js';
import { readVisit } from '../visit/visit.js';
import { addRoute } from './addRoute.js';
import { newIncident, toldOf } from './errors.js';
import { requireForm } from './requireForm.js';

/** Redeeming, what was granted, and asking for a new invitation. */
export function addRedemption(page: FastifyInstance, server: PageServer): void {
  const { config, context, cookies, log, redemptions, show, pad } = server;

  const refuse = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> =>
    show(reply, lostView(405), await readVisit(request, cookies));

  /** What the form asks to be done with; undefined when there is nobody or nothing to do it with, or the form is refused. */
  const asked = async (request: FastifyRequest, reply: FastifyReply) => {
    const form = await requireForm(request, reply, server);
    if (form === undefined) return undefined;
    const { journey } = form;
    const visitor = await cookies.read(request, 'visitor');
    if (visitor === undefined || journey.code === undefined) {
      // Too long ago: the page shows what is missing.
      reply.redirect('/register', 303);
      return undefined;
    }
    return { journey, request: { code: journey.code, visitor, ipAddress: request.ip } };
  };

  /** Back to the page with a word about what did not work. */
  const tell = async (reply: FastifyReply, journey: Journey, kind: Notice['kind'], details: object) => {
    const incident = newIncident();
    log.error({ incident, ...details }, 'a redemption did not work');
    await cookies.write(reply, 'journey', { ...journey, notice: { kind, incident } });
    return reply.redirect('/register', 303);
  };

  const redeem = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = await asked(request, reply);
    if (form === undefined) return reply;
    const { journey } = form;
    const service = ready(context);
    try {
      const { provider: identityProvider } = form.request.visitor;
      const redemption = await redemptions.redeem({ ...form.request, identityProvider }, service);
      service.telemetry.happened('redeemed', redemption.outcome);
      if (succeeded(redemption)) {
        const before = redemption.outcome === 'alreadyRedeemed';
        const granted = before ? await grantedBefore(form.request) : redemption.granted;
        const granting = grantingOf(granted, before, journey.returnUrl ?? config.returnUrl);
        await cookies.write(reply, 'redeemed', granting);
        return await reply.redirect('/redeemed', 303);
      }
      if (redemption.outcome === 'failed') {
        return await tell(reply, journey, 'failed', { errorCode: redemption.errorCode });
      }
      // The page looks again, and says which refusal it is to whom it may.
      if (refused(redemption)) await pad(request);
      return await reply.redirect('/register', 303);
    } catch (error) {
      if (!isInvitationError(error)) throw error;
      return tell(reply, journey, 'trouble', toldOf(error));
    }
  };

  const grantedBefore = async (request: Parameters<typeof redemptions.inspect>[0]) => {
    const found = await redemptions.inspect(request, ready(context));
    return found.kind === 'redeemed' ? found.granted : undefined;
  };

  const showGranted = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const [visit, granting] = await Promise.all([
      readVisit(request, cookies),
      cookies.read(request, 'redeemed'),
    ]);
    if (granting === undefined) return reply.redirect('/register', 303);
    const language = languageOf(fieldOf(request.query, 'lang'));
    if (language === undefined) {
      return show(reply, redeemedView(granting), { ...visit, path: '/redeemed' });
    }
    await cookies.write(reply, 'journey', { ...(visit.journey ?? newJourney()), language });
    return reply.redirect('/redeemed', 303);
  };

  const ask = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const form = await asked(request, reply);
    if (form === undefined) return reply;
    const service = ready(context);
    try {
      const answer = await redemptions.askForNew(form.request, service);
      if (answer === 'refused') await pad(request);
      return await reply.redirect('/register', 303);
    } catch (error) {
      if (!isInvitationError(error)) throw error;
      return tell(reply, form.journey, 'trouble', toldOf(error));
    }
  };

  addRoute(page, '/redeem', { post: redeem }, refuse);
  addRoute(page, '/redeemed', { get: showGranted }, refuse);
  addRoute(page, '/ask', { post: ask }, refuse);
}
