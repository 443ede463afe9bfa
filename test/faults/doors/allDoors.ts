import { randomUUID } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import { apiKeyHash, newApiKey } from '../../../plugins/doors/api/access/apiKey.js';
import { createDoors } from '../../../plugins/doors/createDoors.js';
import { redeemPlugin } from '../../../plugins/redeem/plugin.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { redemptionRequest } from '../../../solution/schema.js';
import { doorsConfig, fakeSignIn } from '../../doors/page/fakes.js';
import { browse } from '../../doors/page/openPage.js';
import { serviceContext } from '../testbed/serviceContext.js';
import { runOnce, type Product } from '../../service/product/product.js';

/** What a door answers, in the words of all of them. `status 500` and the like: something that no door may answer. */
export type Word = 'redeemed' | 'alreadyRedeemed' | 'redeemed or before' | 'refused' | `status ${number}`;

/** A service with all its doors; nothing but Dataverse joins it to another. */
export interface OpenService {
  /** Redeems over the API, with an idempotency key when one is given. */
  api(body: object, key?: string): Promise<Word>;
  /** Somebody opens the link and signs in. @returns what presses the button */
  page(code: string, visitor: Visitor): Promise<() => Promise<Word>>;
  /** Answers the rows that wait, side by side. @returns the words of the plugin: one that throws makes it throw */
  rows(): Promise<readonly string[]>;
  /** The outcomes that it has counted. */
  readonly counted: readonly string[];
  close(): Promise<void>;
}

const key = newApiKey();

export async function openService(product: Product): Promise<OpenService> {
  const counted: string[] = [];
  const bare = serviceContext(product);
  const context: PluginContext = {
    ...bare,
    telemetry: {
      ...bare.telemetry,
      happened: (what, reason = '') => void (what === 'redeemed' && counted.push(reason)),
    },
  };
  let next: Visitor | undefined;
  const nextVisitor = (): Visitor => {
    if (next === undefined) throw new Error('nobody is about to sign in');
    return next;
  };
  const app: FastifyInstance = await createDoors({
    config: { ...doorsConfig, api: { keys: [{ name: 'shop', sha256: apiKeyHash(key) }], issuers: [] } },
    context: () => context,
    signIn: fakeSignIn(nextVisitor),
    log: pino({ level: 'silent' }),
    now: context.now,
    timer: { read: () => 0, wait: async () => undefined },
  });
  return {
    counted,
    async api(body, idempotencyKey) {
      const { statusCode, json } = await app.inject({
        method: 'POST',
        url: '/api/redemptions',
        headers: {
          authorization: `Bearer ${key}`,
          ...(idempotencyKey === undefined ? {} : { 'idempotency-key': idempotencyKey }),
        },
        payload: body,
      });
      if (statusCode === 200) return json<{ outcome: 'redeemed' | 'alreadyRedeemed' }>().outcome;
      return statusCode === 404 || statusCode === 403 ? 'refused' : `status ${statusCode}`;
    },
    async page(code, visitor) {
      const browser = browse(app);
      await browser.follow(`/register?invitation=${code}`);
      next = visitor;
      await browser.signIn();
      return async () => {
        const { statusCode, headers } = await browser.post('/redeem');
        if (statusCode !== 303) return `status ${statusCode}`;
        return headers.location === '/redeemed' ? 'redeemed or before' : 'refused';
      };
    },
    rows: () => runOnce(redeemPlugin, context),
    close: () => app.close(),
  };
}

/** What sites write: a row for each contact. @returns the ids of the rows */
export async function askByRows(
  product: Product,
  code: string,
  contacts: readonly string[],
): Promise<readonly string[]> {
  const ids = contacts.map(() => randomUUID());
  const Targets = contacts.map((contact, index) => ({
    '@odata.type': `Microsoft.Dynamics.CRM.${redemptionRequest.name}`,
    [redemptionRequest.id]: ids[index],
    inv_code: code,
    [`${redemptionRequest.lookups.contact}@odata.bind`]: `/contacts(${contact})`,
  }));
  await product.admin.create(`${redemptionRequest.set}/Microsoft.Dynamics.CRM.CreateMultiple`, { Targets });
  return ids;
}

/** How often each word comes. */
export function tallyOf(words: readonly string[]): Readonly<Record<string, number>> {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
}
