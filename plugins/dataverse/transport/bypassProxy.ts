import { isLoopback } from '../loopback.js';

/**
 * Keeps requests to this machine off the proxy. dynamics-web-api obeys `http_proxy` and `https_proxy` of the environment but not
 * `no_proxy`, and offers no other way to switch them off.
 */
export function bypassProxy(url: URL, environment: NodeJS.ProcessEnv): void {
  if (isLoopback(url)) Reflect.deleteProperty(environment, `${url.protocol.slice(0, -1)}_proxy`);
}
