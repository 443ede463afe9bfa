import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { isInvitationError } from '../../../errors/invitationError.js';
import { errorInLog } from '../../security/errorInLog.js';
import { chooseLanguage } from '../language/chooseLanguage.js';
import type { PageServer } from '../pageServer.js';
import { formView, lostView, problemView, waitView } from '../view/otherViews.js';
import { readVisit, type Visit } from '../visit/visit.js';
import { newIncident } from './notices.js';

/** Seconds after which a service that was not ready is asked again, and one that is in trouble with Dataverse. */
const [notReadyPause, troublePause] = [15, 30];

/** One page for each kind of mishap: in the reader's language, with the number of its log line. */
export function addErrors(page: FastifyInstance, server: PageServer): void {
  const { show, log, cookies } = server;
  const readerOf = (request: FastifyRequest): Promise<Visit> =>
    readVisit(request, cookies).catch(() => chooseLanguage(undefined, request.headers['accept-language']));

  page.setNotFoundHandler(async (request, reply) => show(reply, lostView(404), await readerOf(request)));

  page.setErrorHandler<FastifyError>(async (error, request, reply) => {
    const reader = await readerOf(request);
    const route = request.routeOptions.url;
    if (isInvitationError(error, 'INV_DOOR_NOT_READY')) {
      return show(reply, waitView(notReadyPause, reader.locale), reader);
    }
    // What the server itself found wrong with a request: its size, its type.
    if (error.statusCode !== undefined && error.statusCode < 500) {
      log.info({ route, reason: error.code }, 'request refused');
      return show(reply, formView(error.statusCode), reader);
    }
    const incident = newIncident();
    log.error({ route, incident, ...errorInLog(error) }, 'the page could not answer');
    return isInvitationError(error)
      ? show(reply, waitView(troublePause, reader.locale, incident), reader)
      : show(reply, problemView(incident), reader);
  });
}
