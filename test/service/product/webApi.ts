import type { Row } from '../../../plugins/dataverse/door.js';

/** The Web API as a person or a site uses it, in plain HTTP. */
export interface WebApi {
  get(path: string): Promise<Row>;
  rows(path: string): Promise<readonly Row[]>;
  create(set: string, row: Row): Promise<void>;
  update(path: string, row: Row): Promise<void>;
  remove(path: string): Promise<void>;
  link(path: string, navigation: string, target: string): Promise<void>;
}

/** Throws Error with Dataverse's message when a call fails. */
export function webApi(url: string, token: string): WebApi {
  const root = `${url}/api/data/v9.2/`;
  const call = async (method: string, path: string, body?: Row): Promise<Row> => {
    const response = await fetch(root + encodeURI(path), {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as Row);
  };
  return {
    get: (path) => call('GET', path),
    rows: async (path) => (await call('GET', path)).value as readonly Row[],
    create: async (set, row) => void (await call('POST', set, row)),
    update: async (path, row) => void (await call('PATCH', path, row)),
    remove: async (path) => void (await call('DELETE', path)),
    link: async (path, navigation, target) =>
      void (await call('POST', `${path}/${navigation}/$ref`, { '@odata.id': root + target })),
  };
}
