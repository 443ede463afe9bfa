/** Why a request had no answer. */
export interface NetworkFailure {
  /** In words. */
  readonly reason: string;
  /** The system's code: `ECONNREFUSED`. */
  readonly code?: string;
}

/**
 * Reads what `fetch` rejected with: the system's error lies in its cause, and a signal's deadline is a DOMException.
 * @param timeout milliseconds of the deadline
 */
export function networkFailure(error: unknown, timeout: number): NetworkFailure {
  if (fieldOf(error, 'name') === 'TimeoutError') return { reason: `no answer within ${timeout / 1000} s` };
  const cause = fieldOf(error, 'cause');
  const code = fieldOf(cause, 'code');
  const said = fieldOf(cause, 'message') ?? fieldOf(error, 'message');
  // Where several addresses of a host were tried, the message is empty and the code says all.
  const reason = said || code;
  return {
    reason: typeof reason === 'string' ? reason : 'the connection failed',
    ...(typeof code === 'string' ? { code } : {}),
  };
}

const fieldOf = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null ? Reflect.get(value, name) : undefined;
