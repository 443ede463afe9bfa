import { setTimeout as sleep } from 'node:timers/promises';
import { Mistake } from '../../command/mistake.js';

export type Row = Readonly<Record<string, unknown>>;

/**
 * The Web API for those who ask and those who check. Each request carries a `tag`, Dataverse's query option for a note, by which the
 * injected faults tell it from the service's requests and spare it.
 */
export interface Dataverse {
  /** All rows, every page; the path is not encoded. */
  all(path: string): Promise<readonly Row[]>;
  /** A row, or undefined where there is none. */
  find(path: string): Promise<Row | undefined>;
  create(set: string, row: Row, tag?: string): Promise<void>;
  /** @returns false when the row is another version by now, or gone */
  update(path: string, row: Row, version?: string): Promise<boolean>;
  /** @returns false when the row is another version by now, or gone */
  remove(path: string, version: string): Promise<boolean>;
}

/** The tag of calm requests. */
export const calm = 'calm';

const [notFound, preconditionFailed, tooManyRequests] = [404, 412, 429];
/** Milliseconds. */
const politeness = 500;

/** Calls throw Mistake with Dataverse's sentence; a create whose answer is lost on purpose throws TypeError, as fetch does. */
export function openDataverse(url: string, token: string): Dataverse {
  const root = `${url}/api/data/v9.2/`;
  async function call(method: string, path: string, { body, tag = calm, version }: Extra = {}) {
    const address = path.startsWith('http') ? path : root + encodeURI(path);
    const send = (): Promise<Response> =>
      fetch(`${address}${address.includes('?') ? '&' : '?'}tag=${tag}`, {
        method,
        headers: {
          authorization: `Bearer ${token}`,
          'content-type': 'application/json',
          ...(version === undefined ? {} : { 'if-match': version }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
    let response = await send();
    // Small limits hold for everybody. What they turn away was not executed.
    while (response.status === tooManyRequests) {
      await sleep(politeness);
      response = await send();
    }
    const text = await response.text();
    const answer = text === '' ? {} : (JSON.parse(text) as Row);
    if (response.ok) return { status: response.status, answer };
    if (response.status === notFound || response.status === preconditionFailed)
      return { status: response.status, answer: undefined };
    const { message } = (answer.error ?? {}) as { message?: string };
    throw new Mistake(`${method} ${path}: ${response.status} ${message ?? ''}`);
  }
  const changed = async (method: string, path: string, extra: Extra): Promise<boolean> =>
    (await call(method, path, extra)).answer !== undefined;
  return {
    async all(path) {
      const rows: Row[] = [];
      for (let next: string | undefined = path; next !== undefined;) {
        const { answer }: { answer?: Row } = await call('GET', next);
        rows.push(...((answer?.value ?? []) as readonly Row[]));
        next = answer?.['@odata.nextLink'] as string | undefined;
      }
      return rows;
    },
    find: async (path) => (await call('GET', path)).answer,
    async create(set, body, tag) {
      const { answer } = await call('POST', set, { body, ...(tag === undefined ? {} : { tag }) });
      if (answer === undefined) throw new Mistake(`POST ${set}: the row is there already.`);
    },
    update: (path, body, version) => changed('PATCH', path, { body, version: version ?? '*' }),
    remove: (path, version) => changed('DELETE', path, { version }),
  };
}

interface Extra {
  readonly body?: Row;
  readonly tag?: string;
  readonly version?: string;
}
