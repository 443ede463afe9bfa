import { randomUUID } from 'node:crypto';
import { codePlugin } from '../../../../plugins/code/plugin.js';
import { connect } from '../../../../plugins/dataverse/connect.js';
import type { Row } from '../../../../plugins/dataverse/door.js';
import type { PluginContext } from '../../../../plugins/contract/plugin.js';
import { lookupHash } from '../../../../plugins/invitation/code.js';
import { inspect } from '../../../../plugins/redeem/inspect.js';
import { locksOf } from '../../../../plugins/redeem/locks/locks.js';
import type { Redemption } from '../../../../plugins/redeem/redemption.js';
import { invitation, redemptionLock } from '../../../../solution/schema.js';
import { startProduct, type Product } from '../../product/product.js';

/** The product, and as many services on it as a test wants. */
export interface LockedProduct extends Product {
  /** A service that has just started: it knows nothing but what is in Dataverse. */
  service(parts?: Partial<PluginContext>): PluginContext;
  /** A group invitation for one contact, so that its code stays good. */
  invited(): Promise<{ readonly code: string; readonly contactId: string; readonly id: string }>;
  /** Looks at codes of nobody by nobody in particular, all at once. @returns how often each outcome came */
  guess(times: number, ipAddress: string, context: PluginContext): Promise<Readonly<Record<string, number>>>;
  /** Attempts of which the locks alone hear: quick. @param code of an invitation; by default, each time one of nobody */
  fail(
    times: number,
    ipAddress: string,
    context: PluginContext,
    code?: { readonly code: string; readonly id: string },
  ): void;
  locks(): Promise<readonly Row[]>;
  /** Failures by subject, as the rows of all services add up. */
  counts(): Promise<readonly number[]>;
  /** What an administrator does to lift all locks. */
  deleteLocks(): Promise<void>;
  /** No rows, and nothing that any of the services would still write. */
  clean(): Promise<void>;
}

export const flush = (...contexts: readonly PluginContext[]): Promise<unknown> =>
  Promise.all(contexts.map((context) => locksOf(context).flush()));

/** How often each word comes. */
export const tallyOf = (words: readonly string[]): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {};
  for (const word of words) counts[word] = (counts[word] ?? 0) + 1;
  return counts;
};

export const outcomesOf = (redemptions: readonly Redemption[]): Readonly<Record<string, number>> =>
  tallyOf(redemptions.map(({ outcome }) => outcome));

export async function startLockedProduct(): Promise<LockedProduct> {
  const product = await startProduct();
  const { admin, sandbox } = product;
  const services: PluginContext[] = [];
  const locks = (): Promise<readonly Row[]> => admin.rows(redemptionLock.set);
  const deleteLocks = async (): Promise<void> => {
    const ids = (await locks()).map((row) => String(row[redemptionLock.id]));
    await Promise.all(ids.map((id) => admin.remove(`${redemptionLock.set}(${id})`)));
  };
  return {
    ...product,
    service(parts = {}) {
      const dataverse = connect({ url: sandbox.url, identities: [{ token: async () => 'dev-service' }] });
      const service = { ...product.context, ...parts, dataverse };
      services.push(service);
      // Nothing is told before a test says so.
      locksOf(service, () => new Promise<never>(() => undefined));
      return service;
    },
    async invited() {
      const [code, contactId] = [randomUUID(), await product.contact()];
      const row = { inv_type: invitation.type.group, inv_code: code };
      const id = await product.invitation(row, [contactId]);
      await product.run(codePlugin);
      return { code, contactId, id };
    },
    async guess(times, ipAddress, context) {
      const guesses = Array.from({ length: times }, () =>
        inspect({ code: randomUUID(), ipAddress }, context),
      );
      return tallyOf((await Promise.all(guesses)).map(({ kind }) => kind));
    },
    fail(times, address, context, known) {
      for (let time = 0; time < times; time += 1) {
        const asked = { address, code: lookupHash(known?.code ?? randomUUID()) };
        locksOf(context).begin(asked);
        locksOf(context).failed(asked, known?.id);
      }
    },
    locks,
    async counts() {
      const sums = new Map<unknown, number>();
      for (const { inv_subject: subject, inv_failures: failures } of await locks()) {
        sums.set(subject, (sums.get(subject) ?? 0) + Number(failures));
      }
      return [...sums.values()].sort((one, other) => one - other);
    },
    deleteLocks,
    async clean() {
      await flush(...services.splice(0));
      await deleteLocks();
    },
  };
}
