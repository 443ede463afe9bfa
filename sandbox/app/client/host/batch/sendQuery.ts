import { errorOf } from '../createApi.js';
import type { ApiAnswer, Host } from '../host.js';
import { readBatch } from './readBatch.js';
import { writeBatch } from './writeBatch.js';

/** Characters of an address that servers and proxies between take; FetchXML with many ids is longer. */
const longestAddress = 2_000;

/**
 * A GET of any length: a long one goes through `$batch`, where the address is part of the body (Web API limits: an
 * address may have 32 kB, one within a batch 64 kB).
 * @throws ApiError as Api.send does
 */
export async function sendQuery(
  { api, text }: Pick<Host, 'api' | 'text'>,
  path: string,
  headers?: Readonly<Record<string, string>>,
): Promise<ApiAnswer> {
  const request = { method: 'GET', path, ...(headers === undefined ? {} : { headers }) } as const;
  if (path.length <= longestAddress) return api.send(request);
  const answer = await api.exchange(writeBatch([request]));
  const [only = answer] = readBatch(answer);
  if (only.status >= 400) throw errorOf(only, text);
  return only;
}
