import { codePlugin } from '../code/plugin.js';
import { deliveryPlugin } from '../delivery/plugin.js';
import { locksPlugin } from '../redeem/locks/plugin.js';
import { redeemPlugin } from '../redeem/plugin.js';
import { workflowPlugin } from '../redeem/workflowPlugin.js';
import { sendPlugin } from '../send/plugin.js';

/** The plugins the service runs. */
export const plugins = [codePlugin, sendPlugin, deliveryPlugin, redeemPlugin, workflowPlugin, locksPlugin];
