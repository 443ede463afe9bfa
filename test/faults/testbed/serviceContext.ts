import { connect, type ConnectOptions } from '../../../plugins/dataverse/connect.js';
import type { PluginContext } from '../../../plugins/contract/plugin.js';
import type { Product } from '../../service/product/product.js';

/** How one more service differs from the product's own. */
export interface ServiceOptions extends Partial<Omit<ConnectOptions, 'identities'>> {
  /** Of which build the door is. */
  readonly connect?: typeof connect;
  /** The development user's token; by default that of the service. */
  readonly token?: (renew?: boolean) => Promise<string>;
}

/** One more service against the product's Dataverse, started afresh: with a door, caches and a queue of its own. */
export function serviceContext(product: Product, options: ServiceOptions = {}): PluginContext {
  const { connect: open = connect, token = async () => 'dev-service', ...door } = options;
  const dataverse = open({ url: product.sandbox.url, identities: [{ token }], ...door });
  return { ...product.context, dataverse };
}
