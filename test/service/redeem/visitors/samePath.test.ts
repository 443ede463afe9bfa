import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import type { PluginContext } from '../../../../plugins/contract/plugin.js';
import type { Read } from '../../../../plugins/dataverse/door.js';
import { askForNew } from '../../../../plugins/redeem/askForNew.js';
import { inspect } from '../../../../plugins/redeem/inspect.js';
import { redeem } from '../../../../plugins/redeem/redeem.js';
import { startProduct, type Product } from '../../product/product.js';
import { sampleSettings } from '../../product/settings.js';
import { coded, group, invited, person, someAddress } from './people.js';

let product: Product;
let closed: readonly (readonly [string, string])[];
beforeAll(async () => {
  product = await startProduct();
  const expired = await invited(product, { inv_expirydate: '2020-01-01' });
  const withdrawn = await invited(product);
  await product.manager.update(`inv_invitations(${withdrawn.id})`, { statecode: 1, statuscode: 2 });
  const used = await invited(product);
  await redeem({ code: used.code, contactId: used.contact }, product.context);
  const full = await group(product, [], { inv_maximumredemptions: 1, inv_redemptions: 1 });
  const nobodys = await coded(product, { inv_type: 724300000, inv_expirydate: '2020-01-01' });
  closed = [
    ['unknown', randomUUID()],
    ['no code at all', ''],
    ['expired', expired.code],
    ['withdrawn', withdrawn.code],
    ['used', used.code],
    ['used up', full.code],
    ['of nobody, and expired', nobodys.code],
  ];
});
beforeEach(() => product.set(sampleSettings));
afterAll(() => product.close());

/** What goes to Dataverse, in its order: each request with the tables it reads, and how. */
async function pathOf(work: (context: PluginContext) => Promise<unknown>) {
  const path: unknown[] = [];
  const { dataverse } = product.context;
  const shape = ({ set, key, select, expand, top }: Read) => ({
    set,
    keyed: key !== undefined,
    select,
    expands: expand?.map((each) => each.split('(')[0]),
    top,
  });
  const answer = await work({
    ...product.context,
    dataverse: {
      ...dataverse,
      readTogether: (reads) => {
        path.push(reads.map(shape));
        return dataverse.readTogether(reads);
      },
      async *pages(read) {
        path.push(shape(read));
        yield* dataverse.pages(read);
      },
      write: (writes) => {
        path.push(writes);
        return dataverse.write(writes);
      },
    },
  });
  // As it stands when the answer is there: what other services are told of it comes later.
  return { path: [...path], answer };
}

const stranger = () => person(someAddress());
const attempts: readonly (readonly [string, (code: string, context: PluginContext) => Promise<unknown>])[] = [
  ['a visitor redeems', (code, context) => redeem({ code, visitor: stranger() }, context)],
  ['a contact redeems', (code, context) => redeem({ code, contactId: randomUUID() }, context)],
  ['a visitor looks', (code, context) => inspect({ code, visitor: stranger() }, context)],
  ['anybody looks', (code, context) => inspect({ code }, context)],
  ['a visitor asks for a new one', (code, context) => askForNew({ code, visitor: stranger() }, context)],
];

describe.each(['invited', 'anyone'] as const)('where %s may redeem', (redeemerPolicy) => {
  it.each(attempts)(
    'when %s, every invalid code costs the same and gets the same answer',
    async (_, attempt) => {
      product.set({ redeemerPolicy });
      const seen = new Map<string, unknown>();
      for (const [name, code] of closed) seen.set(name, await pathOf((context) => attempt(code, context)));
      const unknown = seen.get('unknown');
      expect(unknown).toMatchObject({ path: expect.arrayContaining([expect.anything()]) });
      for (const [name] of closed) expect([name, seen.get(name)]).toEqual([name, unknown]);
    },
  );
});
