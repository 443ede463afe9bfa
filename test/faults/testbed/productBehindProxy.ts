import { startProduct, type Product } from '../../service/product/product.js';
import { type InterferingProxy, startInterferingProxy } from './interferingProxy.js';

/** The product, and somebody between a service and its Dataverse. */
export interface ProductBehindProxy {
  readonly product: Product;
  readonly proxy: InterferingProxy;
  close(): Promise<void>;
}

export async function startProductBehindProxy(): Promise<ProductBehindProxy> {
  const product = await startProduct();
  const proxy = await startInterferingProxy(() => product.sandbox.url);
  return {
    product,
    proxy,
    async close() {
      await proxy.close();
      await product.close();
    },
  };
}
