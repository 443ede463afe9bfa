import { ApiError } from './apiError.js';
import type { Api, ApiAnswer, ApiRequest, Host } from './host.js';
import type { SessionReminder } from './createSessionReminder.js';
import type { Platform } from './platform.js';

/** The Web API's root, seen from the app's own origin. */
const root = '/api/data/v9.2/';

/**
 * Requests as the signed-in user: the browser sends the session's cookie.
 *
 * @param remind hears of every answer, for the session may have ended
 */
export function createApi(
  platform: Pick<Platform, 'fetch' | 'origin'>,
  text: Host['text'],
  remind: SessionReminder = () => undefined,
): Api {
  const exchange = async (request: ApiRequest): Promise<ApiAnswer> => {
    const { status, headers, body } = await ask(platform, request).catch(() => {
      throw new ApiError(text('host.unreachable'), 0, '');
    });
    remind(status);
    return { status, headers, text: body, json: () => JSON.parse(body) as unknown };
  };
  return {
    clientUrl: platform.origin,
    exchange,
    async send(request) {
      const answer = await exchange(request);
      if (answer.status >= 400) throw errorOf(answer, text);
      return answer;
    },
  };
}

async function ask(platform: Pick<Platform, 'fetch' | 'origin'>, request: ApiRequest) {
  const response = await platform.fetch(addressOf(request.path, platform.origin), {
    method: request.method,
    headers: headersOf(request),
    credentials: 'same-origin',
    ...bodyOf(request),
  });
  const headers = Object.fromEntries(response.headers.entries());
  return { status: response.status, headers, body: await response.text() };
}

function addressOf(path: string, origin: string): string {
  return /^https?:/i.test(path) || path.startsWith('/') ? path : `${origin}${root}${path}`;
}

function headersOf({ body, headers = {} }: ApiRequest): Record<string, string> {
  const given = new Set(Object.keys(headers).map((name) => name.toLowerCase()));
  const usual: Record<string, string> = {
    Accept: 'application/json',
    'OData-MaxVersion': '4.0',
    'OData-Version': '4.0',
    Prefer: 'odata.include-annotations="*"',
    ...(body === undefined ? {} : { 'Content-Type': 'application/json; charset=utf-8' }),
  };
  const missing = Object.entries(usual).filter(([name]) => !given.has(name.toLowerCase()));
  return { ...Object.fromEntries(missing), ...headers };
}

function bodyOf({ body }: ApiRequest): { readonly body?: string } {
  if (body === undefined) return {};
  return { body: typeof body === 'string' ? body : JSON.stringify(body) };
}

/** The error an answer speaks of: Dataverse's own words and code where it has them. */
export function errorOf(answer: Pick<ApiAnswer, 'status' | 'text'>, text: Host['text']): ApiError {
  const { code = '', message = '' } = readError(answer.text);
  if (message !== '') return new ApiError(message, answer.status, code);
  const known = answer.status === 401 ? text('host.signedOut') : text('host.failed', answer.status);
  return new ApiError(known, answer.status, code);
}

/** `{"error":{"code":"0x…","message":"…"}}`; a proxy between may have answered with something else. */
function readError(body: string): { readonly code?: string; readonly message?: string } {
  try {
    return (JSON.parse(body) as { error?: { code?: string; message?: string } }).error ?? {};
  } catch {
    return {};
  }
}
