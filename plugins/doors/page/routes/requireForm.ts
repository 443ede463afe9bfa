import type { FastifyReply, FastifyRequest } from 'fastify';
import { securityEvent } from '../../../contract/securityEvent.js';
import type { ErrorCode } from '../../../errors/catalogue.js';
import type { PageServer } from '../pageServer.js';
import { cookiesView, formView } from '../view/otherViews.js';
import { readForm, type Form } from '../visit/form.js';
import { readVisit } from '../visit/visit.js';

/**
 * The form of a request, if a page of ours has sent it.
 *
 * @returns undefined when it has been refused and the answer is sent
 */
export async function requireForm(
  request: FastifyRequest,
  reply: FastifyReply,
  server: PageServer,
): Promise<(Form & { kind: 'own' }) | undefined> {
  const { cookies, config, show } = server;
  const form = await readForm(request, cookies, config.url);
  if (form.kind === 'own') return form;
  if (form.kind === 'foreign') {
    const errorCode: ErrorCode = 'INV_FORM_REFUSED';
    securityEvent(server, 'formRefused', { errorCode, route: request.routeOptions.url });
  }
  show(reply, form.kind === 'cookies' ? cookiesView() : formView(), await readVisit(request, cookies));
  return undefined;
}
