import type { FastifyReply, FastifyRequest } from 'fastify';
import type { PluginContext } from '../../../contract/plugin.js';
import { isInvitationError } from '../../../errors/invitationError.js';
import type { AskForNewRequest } from '../../../redeem/askForNew.js';
import { ready } from '../../doorsContext.js';
import { errorInLog } from '../../security/errorInLog.js';
import type { PageServer } from '../pageServer.js';
import type { Journey, Notice } from '../visit/journey.js';
import { backWithNotice, newIncident } from './notices.js';
import { requireForm } from './requireForm.js';

/** A visitor asks for something to be done with the invitation of their journey. */
export interface Asking {
  readonly journey: Journey;
  readonly request: AskForNewRequest;
  readonly service: PluginContext;
}

/**
 * Does what a form of the page asks for. Where there is nobody or nothing to do it with any more, the page shows what is missing; where it
 * does not work for now, the page says so.
 */
export async function doAsAsked(
  request: FastifyRequest,
  reply: FastifyReply,
  server: PageServer,
  work: (asking: Asking) => Promise<FastifyReply>,
): Promise<FastifyReply> {
  const form = await requireForm(request, reply, server);
  if (form === undefined) return reply;
  const { journey } = form;
  const visitor = await server.cookies.read(request, 'visitor');
  if (visitor === undefined || journey.code === undefined) return reply.redirect('/register', 303);
  const service = ready(server.context);
  try {
    const asked = { code: journey.code, visitor, ipAddress: request.ip };
    return await work({ journey, request: asked, service });
  } catch (error) {
    if (!isInvitationError(error)) throw error;
    return tellTrouble('trouble', errorInLog(error), journey, reply, server);
  }
}

/** Back to the page with a word about what did not work, and its number in the log. */
export function tellTrouble(
  kind: Notice['kind'],
  details: object,
  journey: Journey,
  reply: FastifyReply,
  server: PageServer,
): Promise<FastifyReply> {
  const incident = newIncident();
  server.log.error({ incident, ...details }, 'a redemption did not work');
  return backWithNotice({ kind, incident }, journey, reply, server);
}
