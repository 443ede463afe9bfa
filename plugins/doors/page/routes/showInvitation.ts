import type { FastifyReply, FastifyRequest } from 'fastify';
import { ready } from '../../doorsContext.js';
import type { PageServer } from '../pageServer.js';
import { invitationView } from '../view/invitationViews.js';
import { codeView } from '../view/otherViews.js';
import { newJourney } from '../visit/journey.js';
import type { Visit } from '../visit/visit.js';

/** Shows what the code of the journey is to this visitor, or asks for one. */
export async function showInvitation(
  request: FastifyRequest,
  reply: FastifyReply,
  visit: Visit,
  { config, context, cookies, redemptions, show, pad }: PageServer,
): Promise<FastifyReply> {
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
}
