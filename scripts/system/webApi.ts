import { Mistake } from '../command/mistake.js';

export type Row = Record<string, unknown>;

/** The Web API as a person or a site uses it, in plain HTTP: what anybody could do with curl. */
export interface WebApi {
  /** One row, or whatever else a path answers. */
  get(path: string): Promise<Row>;
  rows(path: string): Promise<readonly Row[]>;
  create(set: string, row: Row): Promise<void>;
  update(path: string, row: Row): Promise<void>;
  remove(path: string): Promise<void>;
  /** Adds a link through a many-to-many relationship. */
  link(path: string, navigation: string, target: string): Promise<void>;
}

/**
 * Paths lie below the Web API's root and are not encoded. Rows come with formatted values. A call that fails throws Mistake
 * with Dataverse's sentence.
 *
 * @param url the Web API's host, `http://127.0.0.1:5800`
 * @param token a bearer token
 */
export function webApi(url: string, token: string): WebApi {
  const root = `${url}/api/data/v9.2/`;
  async function call(method: string, path: string, body?: Row): Promise<Row> {
    const response = await fetch(root + encodeURI(path), {
      method,
      headers: {
        authorization: `Bearer ${token}`,
        'content-type': 'application/json',
        prefer: 'odata.include-annotations="OData.Community.Display.V1.FormattedValue"',
      },
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    const text = await response.text();
    const answer = text ? (JSON.parse(text) as Row) : {};
    if (response.ok) return answer;
    const sentence = (answer.error as { message: string } | undefined)?.message ?? response.statusText;
    throw new Mistake(sentence, { cause: `${method} ${path}: ${response.status}` });
  }
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
