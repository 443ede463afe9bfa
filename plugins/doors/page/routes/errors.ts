import { randomUUID } from 'node:crypto';
import type { FastifyError, FastifyInstance, FastifyRequest } from 'fastify';
import { isInvitationError } from '../../../errors/invitationError.js';
import { chooseSpeech } from '../language/chooseLanguage.js';
import type { PageServer } from '../pageServer.js';
import { formView, lostView, problemView, waitView } from '../view/otherViews.js';
import { readVisit, type Visit } from '../visit/visit.js';

/** Seconds after which a service that was not ready is asked again, and one that is in trouble with Dataverse. */
const [notReadyPause, troublePause] = [15, 30];

/** A number that a person reads out and the log has, too. */
export const newIncident = (): string => randomUUID().slice(0, 8);

/** What a log line says of an error: a code of the catalogue, which tells no secrets, or where the fault in the program is. */
export const toldOf = (error: unknown): object =>
  isInvitationError(error) ? { errorCode: error.code, reason: error.message } : { error };

/** One page for each kind of mishap: in the reader's language, with the number of its log line. */
export function addErrors(page: FastifyInstance, server: PageServer): void {
  const { show, log, cookies } = server;
  const readerOf = (request: FastifyRequest): Promise<Visit> =>
    readVisit(request, cookies).catch(() => chooseSpeech(undefined, request.headers['accept-language']));

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
    log.error({ route, incident, ...toldOf(error) }, 'the page could not answer');
    return isInvitationError(error)
      ? show(reply, waitView(troublePause, reader.locale, incident), reader)
      : show(reply, problemView(incident), reader);
  });
}
