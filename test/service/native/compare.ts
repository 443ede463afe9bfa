import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { connect } from '../../../plugins/dataverse/connect.js';
import type { Dataverse } from '../../../plugins/dataverse/door.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import type { Settings } from '../../../plugins/contract/settings.js';
import { redeem } from '../../../plugins/redeem/redeem.js';
import { startProduct, type Product } from '../product/product.js';
import { sampleSettings } from '../product/settings.js';
import { nativeSystem, type Manner } from './model/nativeSystem.js';
import type { System } from './system.js';

/** What may be special about a system. */
export interface Opening {
  /** Happens once, after the system has read and before it writes. */
  readonly meanwhile?: () => Promise<unknown>;
  readonly now?: () => Date;
}

/** Where something is observed. */
export interface World {
  readonly product: Product;
  /** A system of the kind that is looked at. Each call opens another one on the same Dataverse. */
  open(opening?: Opening): System;
}

/** A defect of the native system: the same is observed of both, and must differ. */
export interface Comparison<Facts> {
  /** Begins with the number of the defect: `#1 …`. */
  readonly name: string;
  readonly settings?: Partial<Settings>;
  /** How strangers sign up there. */
  readonly manner?: Manner;
  readonly observe: (world: World) => Promise<Facts>;
  readonly ours: Facts;
  readonly native: Facts;
}

/** Starts the product for the comparisons of a test file. */
export function comparing() {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  });
  afterAll(() => product.close());

  function compare<Facts>({ name, settings, manner, observe, ours, native }: Comparison<Facts>): void {
    it(
      name,
      async () => {
        product.set({ ...sampleSettings, ...settings });
        expect(await observe({ product, open: (opening) => ourSystem(product, opening) })).toEqual(ours);
      },
      20_000,
    );
    it(`${name} – and the native behaviour fails that`, async () => {
      product.set({ ...sampleSettings, ...settings });
      const open = (opening?: Opening) => nativeOn(product, manner, opening);
      const seen = await observe({ product, open });
      expect(seen).toEqual(native);
      expect(seen).not.toEqual(ours);
    }, 20_000);
  }
  return { compare, product: () => product };
}

function ourSystem(product: Product, { meanwhile, now }: Opening = {}): System {
  const service = connect({ url: product.sandbox.url, identities: [{ token: async () => 'dev-service' }] });
  const context: PluginContext = {
    ...product.context,
    dataverse: interrupted(service, meanwhile),
    ...(now && { now }),
  };
  const told = async (request: Parameters<typeof redeem>[0]): Promise<string> => {
    const { outcome, errorCode } = await redeem(request, context);
    return errorCode ?? outcome;
  };
  return {
    asContact: (code, contactId) => told({ code, contactId }),
    asVisitor: (code, visitor, ipAddress) => told({ code, visitor, ...(ipAddress && { ipAddress }) }),
  };
}

function nativeOn(product: Product, manner: Manner | undefined, { meanwhile, now }: Opening = {}): System {
  const portal = connect({ url: product.sandbox.url, identities: [{ token: async () => 'dev-admin' }] });
  return nativeSystem(
    {
      admin: product.admin,
      dataverse: interrupted(portal, meanwhile),
      now: now ?? (() => product.sandbox.clock.now()),
      timeZone: () => product.context.settings().timeZone,
    },
    manner,
  );
}

function interrupted(dataverse: Dataverse, meanwhile: Opening['meanwhile']): Dataverse {
  let waiting = meanwhile;
  return {
    ...dataverse,
    write: async (writes) => {
      const happen = waiting;
      waiting = undefined;
      await happen?.();
      return dataverse.write(writes);
    },
  };
}
