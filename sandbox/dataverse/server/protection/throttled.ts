import { DataverseError } from '../../errors.js';
import type { ProtectionLimits } from './limits.js';

/** The three limits a request can run into. */
export const throttles = ['requests', 'executionTime', 'concurrency'] as const;
/** The limit that a request has run into. */
export type Throttle = (typeof throttles)[number];

const codes: Readonly<Record<Throttle, string>> = {
  requests: '0x80072322',
  executionTime: '0x80072321',
  concurrency: '0x80072326',
};

/**
 * The 429 answer of a limit, with the code and the sentence of "Service protection API limits".
 * @param retryAfter value of the Retry-After header (seconds or an HTTP date); undefined leaves it out.
 */
export function throttled(
  throttle: Throttle,
  limits: ProtectionLimits,
  retryAfter: string | undefined,
): DataverseError {
  return new DataverseError(
    429,
    codes[throttle],
    sentences[throttle](limits),
    retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  );
}

const sentences: Readonly<Record<Throttle, (limits: ProtectionLimits) => string>> = {
  requests: ({ requests, windowSeconds }) =>
    `Number of requests exceeded the limit of ${requests} over time window of ${windowSeconds} seconds.`,
  executionTime: ({ executionMilliseconds, windowSeconds }) =>
    `Combined execution time of incoming requests exceeded limit of ${executionMilliseconds.toLocaleString('en-US')} milliseconds over time window of ${windowSeconds} seconds. Decrease number of concurrent requests or reduce the duration of requests and try again later.`,
  concurrency: ({ concurrency }) => `Number of concurrent requests exceeded the limit of ${concurrency}.`,
};
