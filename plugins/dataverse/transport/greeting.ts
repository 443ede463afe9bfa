import { RequestFailure } from '../failure/requestFailure.js';

/** What stands in the headers of an answer. Advice, each part of it: what is missing is not there. */
export interface Greeting {
  /** How many requests at once Dataverse recommends: `x-ms-dop-hint` (Service protection API limits, "Optimum degree of parallelism"). */
  readonly parallel?: number;
  /** Dataverse's time when it answered, in milliseconds since 1970, cut to whole seconds (RFC 9110, 6.6.1). */
  readonly date?: number;
}

/**
 * One plain request, because dynamics-web-api shows no headers.
 * @param base address that the names of entity sets and functions are appended to
 * @throws RequestFailure when there is no answer, or 429
 */
export async function greet(base: URL, token: () => Promise<string>, signal: AbortSignal): Promise<Greeting> {
  const authorization = `Bearer ${await token()}`;
  const response = await fetch(new URL('WhoAmI', base), {
    headers: { authorization, accept: 'application/json' },
    signal,
  }).catch((error: unknown) => {
    throw new RequestFailure('unclear', String(error));
  });
  const body = await response.text();
  const { status, headers } = response;
  if (status === 429) {
    const [code] = /0x[0-9a-f]{8}/i.exec(body) ?? [];
    throw new RequestFailure('answered', 'HTTP 429', status, code, headers.get('retry-after') ?? undefined);
  }
  const hint = Number(headers.get('x-ms-dop-hint'));
  const date = Date.parse(headers.get('date') ?? '');
  return {
    ...(Number.isInteger(hint) && hint > 0 && { parallel: hint }),
    ...(!Number.isNaN(date) && { date }),
  };
}
