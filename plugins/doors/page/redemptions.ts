import { askForNew } from '../../redeem/askForNew.js';
import { inspect } from '../../redeem/inspect.js';
import { redeem } from '../../redeem/redeem.js';

/** What the page asks of plugins/redeem. */
export interface Redemptions {
  readonly inspect: typeof inspect;
  readonly redeem: typeof redeem;
  readonly askForNew: typeof askForNew;
}

/** Those of plugins/redeem. */
export const theRedemptions: Redemptions = { inspect, redeem, askForNew };
