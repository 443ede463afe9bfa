import { pino } from 'pino';
import { connect } from '../../../plugins/dataverse/connect.js';
import { theRedemptions } from '../../../plugins/doors/page/redemptions.js';
import type { DoorsConfig } from '../../../plugins/doors/config/doorsConfig.js';
import type { Visitor } from '../../../plugins/redeem/visitor.js';
import { doorsConfig, fakeSignIn } from '../../doors/page/fakes.js';
import { openPage, type Browser } from '../../doors/page/openPage.js';
import type { Product } from '../product/product.js';

/** A browser on the page with the redemptions of the product behind it. */
export interface RealPage extends Browser {
  /** Everything in the log so far, of the page and of what is behind it. */
  lines(): readonly Readonly<Record<string, unknown>>[];
}

/** @param visitor who signs in when somebody does */
export async function openRealPage(
  product: Product,
  visitor: () => Visitor,
  config: Partial<DoorsConfig> = {},
): Promise<RealPage> {
  const logged: Record<string, unknown>[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => void logged.push(JSON.parse(line) as never) });
  // A door of its own: what is counted and told hangs on it.
  const dataverse = connect({ url: product.sandbox.url, identities: [{ token: async () => 'dev-service' }] });
  const context = { ...product.context, dataverse, log };
  const page = await openPage({
    config: { ...doorsConfig, ...config },
    context: () => context,
    signIn: fakeSignIn(visitor),
    redemptions: theRedemptions,
    log,
  });
  return { ...page, lines: () => logged };
}

/** Which of its states the page shows. */
export const stateOf = (body: string): string | undefined => /data-state="([^"]*)"/.exec(body)?.[1];
