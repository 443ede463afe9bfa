import type { Throttle } from '../doorObserver.js';
import type { RequestFailure } from '../failure/requestFailure.js';

/** The codes of the three limits (Service protection API limits). */
const throttleOfCode: Readonly<Record<string, Throttle>> = {
  '0x80072322': 'requests',
  '0x80072321': 'executionTime',
  '0x80072326': 'concurrency',
};

/** Which limit turned a request away with 429. */
export const throttleOf = ({ code }: RequestFailure): Throttle =>
  throttleOfCode[code?.toLowerCase() ?? ''] ?? 'unknown';
