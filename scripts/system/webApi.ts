export type Row = Record<string, unknown>;

/** A plain Web API caller for scripts: what anybody could do with curl. */
export interface WebApi {
  get(path: string): Promise<Row>;
  post(path: string, row: Row): Promise<void>;
  patch(path: string, row: Row): Promise<void>;
  /** Adds a link through a many-to-many relationship. */
  link(path: string, navigation: string, target: string): Promise<void>;
}

/**
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
    if (!response.ok)
      throw new Error((answer.error as { message: string } | undefined)?.message ?? response.statusText);
    return answer;
  }
  return {
    get: (path) => call('GET', path),
    post: async (path, row) => void (await call('POST', path, row)),
    patch: async (path, row) => void (await call('PATCH', path, row)),
    link: async (path, navigation, target) =>
      void (await call('POST', `${path}/${navigation}/$ref`, { '@odata.id': root + target })),
  };
}
