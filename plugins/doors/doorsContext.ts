import type { PluginContext } from '../contract/plugin.js';
import { invitationError } from '../errors/invitationError.js';

/**
 * What the doors ask the service for at each request: undefined until it is connected to Dataverse, and while a problem stands in its
 * way.
 */
export type DoorsContext = () => PluginContext | undefined;

/** @throws InvitationError INV_DOOR_NOT_READY */
export function ready(context: DoorsContext): PluginContext {
  const now = context();
  if (now === undefined) throw invitationError('INV_DOOR_NOT_READY');
  return now;
}
