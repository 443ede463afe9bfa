import type { TokenSource } from '../../plugins/dataverse/identity/tokenSource.js';
import { redact } from '../../plugins/dataverse/failure/redact.js';
import { RequestFailure } from '../../plugins/dataverse/failure/requestFailure.js';
import type { Answer, Environment, Json, Method } from './environment.js';
import { EnvironmentError } from './environmentError.js';
import { networkFailure } from './networkFailure.js';
import { readAnswer } from './readAnswer.js';
import type { Repeat } from './repeat.js';

export interface WebApiClientOptions {
  /** Base address, without a slash at the end. */
  readonly url: string;
  readonly tokens: TokenSource;
  readonly repeat: Repeat;
  /** Milliseconds to wait for an answer; an import of metadata may take minutes. */
  readonly timeout: number;
}

/** The Web API over HTTP, for scripts. */
export function webApiClient({ url, tokens, repeat, timeout }: WebApiClientOptions): Environment {
  const root = `${url}/api/data/v9.2/`;

  const roundTrip = async (
    method: Method,
    address: string,
    body: Json | undefined,
    headers: Readonly<Record<string, string>>,
  ): Promise<Answer> => {
    const token = await tokens.token();
    const init = {
      method,
      redirect: 'manual' as const,
      signal: AbortSignal.timeout(timeout),
      headers: { ...standardHeaders, ...headers, authorization: `Bearer ${token}` },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    };
    // Only what the network does is a failure of the request; a token that cannot be had passes as it is.
    const response = await fetch(address, init).catch((error: unknown) => {
      throw unanswered(error, timeout);
    });
    return readAnswer(response, body);
  };

  const send = async (
    method: Method,
    address: string,
    body?: Json,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> => {
    try {
      return await repeat({ method, headers }, () => roundTrip(method, address, body, headers));
    } catch (failure) {
      if (!(failure instanceof RequestFailure)) throw failure;
      throw environmentError(failure, `${method} ${address.slice(root.length).split('?', 1)[0] ?? ''}`, url);
    }
  };
  const get = async (address: string, headers?: Readonly<Record<string, string>>): Promise<Json> =>
    (await send('GET', address, undefined, headers)).body ?? {};

  return {
    url,
    get: (path, headers) => get(root + encodeURI(path), headers),
    all: async (path, headers) => {
      const rows: Json[] = [];
      for (let next: unknown = root + encodeURI(path); typeof next === 'string';) {
        const page = await get(requireSameOrigin(next, url), headers);
        rows.push(...((page.value ?? []) as readonly Json[]));
        next = page['@odata.nextLink'];
      }
      return rows;
    },
    send: (method, path, body, headers) => send(method, root + encodeURI(path), body, headers),
  };
}

const standardHeaders = {
  accept: 'application/json',
  'content-type': 'application/json; charset=utf-8',
  'odata-version': '4.0',
  'odata-maxversion': '4.0',
  // A check that looks at what was just imported must not see an older copy (Web API: query data, metadata caching).
  consistency: 'Strong',
};

/** The access token goes to the environment alone, wherever a link points. */
function requireSameOrigin(link: string, url: string): string {
  if (new URL(link).origin === new URL(url).origin) return link;
  throw new EnvironmentError('The link to the next page leads away from the environment.');
}

function unanswered(error: unknown, timeout: number): RequestFailure {
  const { reason, code } = networkFailure(error, timeout);
  return new RequestFailure('unclear', redact(reason), undefined, code);
}

function environmentError(failure: RequestFailure, request: string, url: string): EnvironmentError {
  const { status, message, code } = failure;
  return new EnvironmentError(sentence(status, message, request, url), status, code?.toLowerCase(), {
    cause: failure,
  });
}

function sentence(status: number | undefined, said: string, request: string, url: string): string {
  const reason = said.replace(/\.$/, '');
  if (status === undefined)
    return `${url} does not answer: ${reason}. Check the address of the environment and the network.`;
  if (status === 401)
    return `${url} does not accept the sign-in: ${reason}. Check that the tenant is that of the environment, and that the environment has a user for who signs in.`;
  return `${request} failed (${status}): ${reason}.`;
}
