import type { FastifyInstance } from 'fastify';
import { refused, succeeded } from '../../../redeem/redemption.js';
import { languageOf } from '../language/languages.js';
import type { PageServer } from '../pageServer.js';
import { redeemedView } from '../view/redeemedView.js';
import { fieldOf } from '../visit/form.js';
import { newJourney } from '../visit/journey.js';
import { receiptOf } from '../visit/receipt.js';
import { readVisit } from '../visit/visit.js';
import { addRoute, type Handler } from './addRoute.js';
import { doAsAsked, tellTrouble, type Asking } from './askingForm.js';

/** `POST /redeem`, and `GET /redeemed`, what was granted. */
export function addRedeem(page: FastifyInstance, server: PageServer): void {
  const { config, cookies, redemptions, show, pad } = server;

  /** What they have of an invitation that they had redeemed before. */
  const grantedBefore = async ({ request, service }: Asking) => {
    const found = await redemptions.inspect(request, service);
    return found.kind === 'redeemed' ? found.granted : undefined;
  };

  const redeem: Handler = (request, reply) =>
    doAsAsked(request, reply, server, async (asking) => {
      const { journey, service } = asking;
      const redemption = await redemptions.redeem(asking.request, service);
      service.telemetry.happened('redeemed', redemption.outcome);
      if (succeeded(redemption)) {
        const before = redemption.outcome === 'alreadyRedeemed';
        const granted = before ? await grantedBefore(asking) : redemption.granted;
        const receipt = receiptOf(granted, before, journey.returnUrl ?? config.returnUrl);
        await cookies.write(reply, 'redeemed', receipt);
        return reply.redirect('/redeemed', 303);
      }
      if (redemption.outcome === 'failed') {
        return tellTrouble('failed', { errorCode: redemption.errorCode }, journey, reply, server);
      }
      // The page looks again, and says which refusal it is to whom it may.
      if (refused(redemption)) await pad(request);
      return reply.redirect('/register', 303);
    });

  const showGranted: Handler = async (request, reply) => {
    const [visit, receipt] = await Promise.all([
      readVisit(request, cookies),
      cookies.read(request, 'redeemed'),
    ]);
    if (receipt === undefined) return reply.redirect('/register', 303);
    const language = languageOf(fieldOf(request.query, 'lang'));
    if (language === undefined) return show(reply, redeemedView(receipt), { ...visit, path: '/redeemed' });
    await cookies.write(reply, 'journey', { ...(visit.journey ?? newJourney()), language });
    return reply.redirect('/redeemed', 303);
  };

  addRoute(page, '/redeem', { post: redeem }, server);
  addRoute(page, '/redeemed', { get: showGranted }, server);
}
