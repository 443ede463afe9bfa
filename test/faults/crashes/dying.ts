/*
 * How a crash is injected and judged.
 *
 *  hookedSource  rewrites each `await` of the service so that it tells a hook before it begins and after it has ended
 *  hookedService bundles the service from such sources: the same code, and a list of all its waits ("sites")
 *  crashHooks    an instance is one process: it counts which site is passed how often; at the one it is to die at, the hook never
 *                returns, nor does any other of this instance. What was sent still arrives; nothing more is sent: a `kill -9`
 *  scenario      what the service has to do: scenarios/ holds all that a send, a redemption, a code, a delivery can come to
 *  aftermath     plays a scenario on an instance that dies, then on a fresh one until nothing is due, and takes everything that is
 *                left in Dataverse (finalState), with ids and times under their names, and what was answered at a door
 *  dying         plays it without a death, then once for each moment (crashPoints): the end must be the same each time, and the
 *                mailbox must hold each mail once
 *  everyWait     no wait of the service is missed by the scenarios, and a service that is careless is found out
 */
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { startProduct, type Product } from '../../service/product/product.js';
import { tallyMails, tallyRedemptions } from '../testbed/ledger.js';
import { aftermath, type Aftermath } from './aftermath.js';
import { crashPoints, thoroughness } from './crashPoints.js';
import { type HookedService, loadHookedService } from './hookedService.js';
import type { Scenario } from './scenario.js';

/** Milliseconds that one scenario may take when the service dies at every moment of it. */
const patience = 1_200_000;
const nothing = { lost: [], doubled: [], unexpected: [] };

/**
 * Declares a test for each scenario: the service dies at one moment after the other, another is started, and what is there in the end
 * is what is there without a crash, and so is what somebody at a door is answered; nothing was mailed or redeemed twice, nothing was forgotten. INVITATIONS_CRASHES says at how many
 * moments (crashPoints.ts).
 */
export function describeDying(scenarios: readonly Scenario[]): void {
  const thorough = thoroughness(process.env.INVITATIONS_CRASHES);
  const tried = new Set<string>();
  let product: Product;
  let service: HookedService;
  beforeAll(async () => {
    [product, service] = await Promise.all([startProduct(), loadHookedService()]);
  }, 120_000);
  afterAll(() => product.close());

  it.each(scenarios.map((scenario) => [scenario.name, scenario] as const))(
    '%s, though the service dies at any moment',
    async (_, scenario) => {
      const whole = await aftermath(product, service, scenario);
      expect(whole.died).toBe(false);
      const ends: Aftermath[] = [whole];
      for (const point of crashPoints(whole.passed, thorough, tried, scenario.large)) {
        const end = await aftermath(product, service, scenario, point);
        expect({ point, state: end.state }).toEqual({ point, state: whole.state });
        expect({ point, answer: end.answer }).toEqual({ point, answer: whole.answer });
        // Which of several rows comes by a place last may differ from run to run; the first time there is always.
        expect({ point, died: end.died || point.hit > 1 }).toEqual({ point, died: true });
        ends.push(end);
      }
      const mails = await tallyMails(
        product,
        ends.flatMap(({ addressees }) => addressees),
      );
      expect(mails).toMatchObject(nothing);
      const redemptions = await tallyRedemptions(
        product,
        ends.flatMap(({ redeemers }) => redeemers),
      );
      expect(redemptions).toMatchObject(nothing);
    },
    patience,
  );
}
