import type { CustomFetch } from 'openid-client';

/** Bytes of an answer that are read. Discovery documents and key sets have some ten thousand. */
const most = 512 * 1024;

/** An answer of a provider that nobody honest gives; its message says what, in words. */
export class AnswerRefused extends Error {
  override readonly name = 'AnswerRefused';
}

/** Nobody can be asked at the address of a provider. */
export class NoConnection extends Error {
  override readonly name = 'NoConnection';
}

/**
 * Asks a provider and reads its answer to the end, so that the deadline of the request covers all of it.
 *
 * @returns a fetch that follows no redirect and rejects with AnswerRefused on one, and on an answer that is too long; with NoConnection
 *   when there is none; with the signal's reason when that is aborted
 */
export function boundedFetch(ask: typeof fetch): CustomFetch {
  return async (url, init) => {
    try {
      // Its type of bodies is wider than that of fetch where the types of browsers are in force; it sends texts and forms.
      const response = await ask(url, { ...init, redirect: 'manual' } as RequestInit);
      const { status, statusText, headers } = response;
      if (status >= 300 && status < 400) {
        await response.body?.cancel();
        throw new AnswerRefused('it sends the service to another address');
      }
      const body = await readAtMost(response, most);
      return new Response(body.byteLength === 0 ? null : body, { status, statusText, headers });
    } catch (error) {
      if (error instanceof AnswerRefused || init.signal?.aborted) throw error;
      throw new NoConnection(`there is no connection${codeOf(error)}`, { cause: error });
    }
  };
}

async function readAtMost({ body }: Response, limit: number): Promise<Uint8Array<ArrayBuffer>> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  // Leaving the loop by an exception cancels the stream: nothing more is received.
  for await (const chunk of (body ?? []) as AsyncIterable<Uint8Array>) {
    length += chunk.byteLength;
    if (length > limit) throw new AnswerRefused('its answer is too long');
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}

/** ` (ENOTFOUND)`: what an administrator looks for; fetch hides it in the cause of its error. */
function codeOf(error: unknown): string {
  const cause: unknown =
    typeof error === 'object' && error !== null ? Reflect.get(error, 'cause') : undefined;
  const code: unknown = typeof cause === 'object' && cause !== null ? Reflect.get(cause, 'code') : undefined;
  return typeof code === 'string' ? ` (${code})` : '';
}
