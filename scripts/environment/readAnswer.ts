import { redact } from '../../plugins/dataverse/failure/redact.js';
import { RequestFailure } from '../../plugins/dataverse/failure/requestFailure.js';
import type { Answer, Json } from './environment.js';

/**
 * Reads an answer of the Web API.
 * @param sent the body of the request: its values are kept out of the message
 * @throws RequestFailure for an error status, and for content that is no JSON (a page of a gateway, a sign-in page)
 */
export async function readAnswer(response: Response, sent: Json | undefined): Promise<Answer> {
  const { status, headers } = response;
  const text = await response.text();
  const body = parse(text);
  const fail = (message: string, code?: string): RequestFailure =>
    new RequestFailure(
      'answered',
      redact(message, sent),
      status,
      code,
      headers.get('retry-after') ?? undefined,
    );
  if (!response.ok) {
    const error = (body?.error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
    const said = typeof error.message === 'string' ? error.message : `HTTP ${status} ${response.statusText}`;
    throw fail(said, typeof error.code === 'string' ? error.code : undefined);
  }
  if (text !== '' && body === undefined)
    throw fail('the answer is no JSON; is this the address of an environment?');
  return { status, headers, body };
}

function parse(text: string): Json | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? (value as Json) : undefined;
  } catch {
    return undefined;
  }
}
