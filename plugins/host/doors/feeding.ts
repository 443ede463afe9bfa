import type { Plugin, PluginContext } from '../../contract/plugin.js';
import type { Bell } from '../loop/bell.js';

/**
 * The context of the doors: what comes in over them is no plugin's row, but makes work for plugins all the same. After a redemption
 * those are woken that the plugin of redemption requests feeds.
 */
export function feeding(context: PluginContext, bell: Bell, plugins: readonly Plugin[]): PluginContext {
  const fed = plugins.find(({ name }) => name === 'redeem')?.feeds ?? [];
  return {
    ...context,
    // Not to be copied: it is as last found.
    get identity() {
      return context.identity;
    },
    telemetry: {
      ...context.telemetry,
      happened(what, reason, times) {
        context.telemetry.happened(what, reason, times);
        if (what === 'redeemed' && reason === 'redeemed') for (const plugin of fed) bell.ring(plugin);
      },
    },
  };
}
