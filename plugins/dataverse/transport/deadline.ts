import { RequestFailure } from '../failure/requestFailure.js';

/**
 * Ends `work` after so many milliseconds, or when the service stops, whatever it does: a connection that breaks in the middle of an
 * answer leaves dynamics-web-api waiting for ever, and its own timeout is not told from a reset.
 * @throws RequestFailure with reach `unclear`
 */
export async function withDeadline<T>(
  milliseconds: number,
  stop: AbortSignal | undefined,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  return new Promise<T>((resolve, reject) => {
    const end = (reason: string) => (): void => {
      reject(new RequestFailure('unclear', reason));
      abort.abort();
    };
    const timer = setTimeout(end(`no answer within ${milliseconds / 1000} s`), milliseconds);
    const stopped = end('the service stopped before the answer came');
    const settle = (): void => {
      clearTimeout(timer);
      stop?.removeEventListener('abort', stopped);
    };
    stop?.addEventListener('abort', stopped, { once: true });
    abort.signal.addEventListener('abort', settle, { once: true });
    work(abort.signal).then(resolve, reject).finally(settle);
  });
}
