import type { FastifyInstance } from 'fastify';
import { isInvitationError } from '../../../errors/invitationError.js';
import type { Visitor } from '../../../redeem/visitor.js';
import { errorInLog } from '../../security/errorInLog.js';
import type { PageServer } from '../pageServer.js';
import { clip } from '../view/clip.js';
import { onwardView } from '../view/otherViews.js';
import { fieldOf } from '../visit/form.js';
import { lasting, newJourney, type Notice } from '../visit/journey.js';
import { readVisit } from '../visit/visit.js';
import { addRoute, type Handler } from './addRoute.js';
import { backWithNotice, newIncident } from './notices.js';
import { requireForm } from './requireForm.js';

/** `POST /sign-in`, on to a provider, and `GET /signed-in/:provider`, back from there. */
export function addSignIn(page: FastifyInstance, server: PageServer): void {
  const { cookies, signIn, log, show } = server;

  /** @throws what is no failure of signing in */
  const noticeOf = (error: unknown, route: string | undefined): Notice => {
    if (!isSignInFailure(error)) throw error;
    const incident = newIncident();
    log.warn({ route, incident, ...errorInLog(error) }, 'signing in did not work');
    return {
      kind: isInvitationError(error, 'INV_PROVIDER_UNREACHABLE') ? 'unreachable' : 'signInFailed',
      incident,
    };
  };

  const begin: Handler = async (request, reply) => {
    const form = await requireForm(request, reply, server);
    if (form === undefined) return reply;
    const visit = await readVisit(request, cookies);
    const provider = form.field('provider');
    try {
      const { location, state } = await signIn.begin(provider, {
        choose: form.journey.choose ?? false,
        language: visit.language,
      });
      await cookies.write(reply, 'sign-in', state);
      const isAllowed = form.field('origins').split(' ').includes(new URL(location).origin);
      if (isAllowed) return await reply.redirect(location, 303);
      const name = signIn.providers.find(({ id }) => id === provider)?.name ?? provider;
      return show(reply, onwardView(location, name), visit);
    } catch (error) {
      const notice = noticeOf(error, request.routeOptions.url);
      return backWithNotice(notice, form.journey, reply, server);
    }
  };

  const comeBack: Handler = async (request, reply) => {
    const answer = new URL(request.url, server.config.url).searchParams;
    const [{ journey = newJourney() }, state] = await Promise.all([
      readVisit(request, cookies),
      cookies.read(request, 'sign-in'),
    ]);
    // An answer is good for one sign-in, whatever comes of it.
    cookies.clear(reply, 'sign-in');
    try {
      const visitor = await signIn.finish(fieldOf(request.params, 'provider'), answer, state);
      await cookies.write(reply, 'visitor', withShortNames(visitor));
      // It is what somebody else was granted, where people share a browser.
      cookies.clear(reply, 'redeemed');
      // Nothing that anybody can have seen before goes on being good: no fixation of a session.
      await cookies.write(reply, 'journey', newJourney(lasting(journey)));
      return reply.redirect('/register', 303);
    } catch (error) {
      const notice = noticeOf(error, request.routeOptions.url);
      const isCancelled = answer.get('error') === 'access_denied';
      return backWithNotice(isCancelled ? { kind: 'cancelled' } : notice, journey, reply, server);
    }
  };

  addRoute(page, '/sign-in', { post: begin }, server);
  addRoute(page, '/signed-in/:provider', { get: comeBack }, server);
}

const isSignInFailure = (error: unknown): boolean =>
  isInvitationError(error, 'INV_PROVIDER_UNREACHABLE') ||
  isInvitationError(error, 'INV_PROVIDER_UNKNOWN') ||
  isInvitationError(error, 'INV_VISITOR_NOT_SIGNED_IN');

/** A cookie has little room, and a name of a page is no name. */
function withShortNames(visitor: Visitor): Visitor {
  const { name, givenName, familyName } = visitor;
  return {
    ...visitor,
    ...(name !== undefined && { name: clip(name) }),
    ...(givenName !== undefined && { givenName: clip(givenName) }),
    ...(familyName !== undefined && { familyName: clip(familyName) }),
  };
}
