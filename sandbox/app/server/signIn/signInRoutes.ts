import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataverseError } from '../../../dataverse/errors.js';
import { callerFor } from '../../../dataverse/organization/security/callerFor.js';
import { isSameOrigin } from '../../../dataverse/server/identity/sameOrigin.js';
import { ownUrl } from '../../../dataverse/server/ownUrl.js';
import type { AppParts } from '../appParts.js';
import { prepareClient } from '../bundle/bundleClient.js';
import { sendTagged, tagged } from '../tagged.js';
import { people } from './people.js';
import { signInPage, signInStyleSheet } from './signInPage.js';

const start = '/main.aspx';

/**
 * `GET /sign-in` (`?return=` a page of the app), `POST /sign-in` with `user` and `return` of the form, `POST /sign-out`.
 * A post that no page of this origin made is refused: nobody is signed in or out by another site.
 */
export function addSignInRoutes(app: FastifyInstance, parts: AppParts): void {
  const { organization, sessions } = parts;
  const showPage = (reply: FastifyReply, status: number, returnTo: string, problem?: string) =>
    reply
      .code(status)
      .header('cache-control', 'no-store')
      .type('text/html; charset=utf-8')
      .send(signInPage({ people: people(organization), returnTo, ...(problem ? { problem } : {}) }));

  const style = tagged('text/css; charset=utf-8', signInStyleSheet);
  app.get('/app/sign-in.css', (request, reply) => sendTagged(request, reply, style));

  app.get<{ Querystring: { return?: unknown } }>('/sign-in', (request, reply) => {
    prepareClient();
    return showPage(reply, 200, pageOfApp(request.query.return));
  });

  app.post('/sign-in', (request, reply) => {
    const form = new URLSearchParams(typeof request.body === 'string' ? request.body : '');
    const returnTo = pageOfApp(form.get('return'));
    if (!isOwn(request)) return showPage(reply, 403, start, 'That request came from another site.');
    const person = people(organization).find(({ user }) => user === form.get('user'));
    if (person === undefined) return showPage(reply, 400, returnTo, 'There is no such person.');
    const refusal = refusalOf(parts, person.id);
    if (refusal !== undefined) {
      return showPage(reply, 403, returnTo, `${person.name} cannot sign in. ${refusal}`);
    }
    sessions.end(request.headers);
    return reply.header('set-cookie', sessions.begin(person.id)).redirect(returnTo, 303);
  });

  app.post('/sign-out', (request, reply) => {
    if (!isOwn(request)) return showPage(reply, 403, start, 'That request came from another site.');
    return reply.header('set-cookie', sessions.end(request.headers)).redirect('/sign-in', 303);
  });
}

function isOwn(request: FastifyRequest): boolean {
  return isSameOrigin(request.headers, ownUrl(request));
}

/** Only to the app: a link to the sign-in page must not lead anywhere else. */
function pageOfApp(wanted: unknown): string {
  return typeof wanted === 'string' && /^\/main\.aspx(?:\?[!-~]*)?$/.test(wanted) ? wanted : start;
}

/** Dataverse's sentence about a user who is disabled or has no role. */
function refusalOf({ organization }: AppParts, userId: string): string | undefined {
  try {
    callerFor(organization, userId);
    return undefined;
  } catch (error) {
    if (error instanceof DataverseError) return error.message;
    throw error;
  }
}
