import type { FastifyInstance } from 'fastify';
import type { Logger } from 'pino';
import { errorInLog } from '../../security/errorInLog.js';
import { addPadding } from '../../security/padding.js';
import type { Timer } from '../../security/timer.js';
import { ProblemError } from './problemError.js';
import { problemOf } from './problemOf.js';

/** The media type of problems (RFC 9457). */
export const problemJson = 'application/problem+json';

/**
 * Answers whatever goes wrong below /api as a problem, and what is not there too. A problem leaves at a full quarter of a second, so that
 * its time does not tell what it is about.
 *
 * @param url base address of the doors
 */
export function answerProblems(
  api: FastifyInstance,
  { url, log, timer }: { readonly url: string; readonly log: Logger; readonly timer: Timer },
): void {
  const pad = addPadding(api, timer);
  api.setErrorHandler(async (error, request, reply) => {
    const { body, headers, forTheLog } = problemOf(error, url);
    const route = request.routeOptions.url;
    if (forTheLog !== undefined && body.status >= 500) {
      log.error({ route, status: body.status, ...errorInLog(forTheLog) }, 'the API could not answer');
    } else log.info({ route, status: body.status, errorCode: body.code }, 'refused by the API');
    await pad(request);
    return reply.code(body.status).headers(headers).type(problemJson).send(JSON.stringify(body));
  });
  api.setNotFoundHandler(async () => {
    throw new ProblemError('INV_API_REQUEST_INVALID', {
      status: 404,
      detail: 'There is nothing at this address. The description is at /api/openapi.json.',
    });
  });
}
