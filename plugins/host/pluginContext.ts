import type { PluginContext } from '../contract/plugin.js';
import type { Environment } from './environment/environmentWatch.js';

/** What plugins work with, in an environment that the service has been accepted in: identity and settings are those last found. */
export function pluginContext(
  { identity, settings }: Environment,
  rest: Omit<PluginContext, 'identity' | 'settings'>,
): PluginContext {
  return {
    ...rest,
    settings,
    get identity() {
      return identity();
    },
  };
}
