import { DynamicsWebApi, type Config } from 'dynamics-web-api';
import type { Sandbox } from '../../../sandbox/start.js';

/** The client as anybody would set it up, signed in as a development user. */
export function dynamicsWebApi(
  sandbox: Pick<Sandbox, 'url'>,
  as = 'dev-admin',
  config: Config = {},
): DynamicsWebApi {
  // The client sends even loopback requests through a proxy that the environment names.
  delete process.env['http_proxy'];
  return new DynamicsWebApi({ serverUrl: sandbox.url, onTokenRefresh: async () => as, ...config });
}

/** Creates a row and answers its id. */
export async function createId(api: DynamicsWebApi, collection: string, data: object): Promise<string> {
  return String(await api.create<object, string>({ collection, data }));
}
