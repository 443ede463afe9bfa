import type { Host } from '../host/host.js';
import { createApp } from './createApp.js';
import { createEncoding } from './createEncoding.js';
import { failClosed } from './failClosed.js';
import { createNavigationApi } from './navigation/createNavigationApi.js';
import type { OpenModels } from './openModels.js';
import { createUtility } from './utility/createUtility.js';
import { createWebApi } from './webApi/createWebApi.js';

/**
 * `Xrm`, the client API, as scripts see it. It fails closed: what is not emulated throws `not emulated: Xrm.…`, and what
 * is deprecated names its successor.
 */
export function createXrm(host: Host, models: OpenModels): object {
  return failClosed(
    'Xrm',
    {
      App: createApp(host),
      // What needs the mobile app, or shows another site beside the page.
      Device: failClosed('Xrm.Device', {}),
      Encoding: createEncoding(),
      Navigation: createNavigationApi(host),
      Panel: failClosed('Xrm.Panel', {}),
      Utility: createUtility(host, models),
      WebApi: createWebApi(host),
    },
    {
      Page: 'the form context that handlers and commands are given',
      Mobile: 'Xrm.WebApi and Xrm.Device',
    },
  );
}
