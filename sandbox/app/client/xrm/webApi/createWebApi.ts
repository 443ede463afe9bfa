import type { Host } from '../../host/host.js';
import { failClosed } from '../failClosed.js';
import { createExecute } from './execute.js';
import { createRecords } from './records.js';

/**
 * Xrm.WebApi. The documentation puts execute under `online`; the client has it on both, and scripts use both. The app is
 * never offline.
 */
export function createWebApi(host: Pick<Host, 'api' | 'definition' | 'text'>): object {
  const methods = { ...createRecords(host), ...createExecute(host), isAvailableOffline: () => false };
  return failClosed('Xrm.WebApi', { ...methods, online: failClosed('Xrm.WebApi.online', methods) });
}
