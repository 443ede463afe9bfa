import { DataverseError, errors } from '../../errors.js';
import { errorResponse } from '../../webapi/errorResponse.js';
import type { ApiResponse } from '../../webapi/exchange.js';
import type { ProtectionLimits } from '../protection/limits.js';
import { throttled } from '../protection/throttled.js';
import type { Failure } from './faultRule.js';

/** What a failure does to a request: an answer in place of the real one, a broken connection, or a spoiled answer. */
export type FailureEffect =
  | { readonly kind: 'answer'; readonly response: ApiResponse }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'dropBefore' }
  | { readonly kind: 'dropAfter' }
  | { readonly kind: 'slowBody'; readonly stallMilliseconds: number }
  | { readonly kind: 'truncated' };

const gatewayPage =
  '<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n</body>\r\n</html>\r\n';

/** Works out a failure. `now` dates the Retry-After that is written as a date. */
export function failureEffect(failure: Failure, limits: ProtectionLimits, now: Date): FailureEffect {
  switch (failure.kind) {
    case 'dropBefore':
    case 'dropAfter':
    case 'unauthorized':
    case 'truncated':
      return { kind: failure.kind };
    case 'slowBody':
      return { kind: 'slowBody', stallMilliseconds: failure.milliseconds ?? Infinity };
    case 'badGateway':
      return {
        kind: 'answer',
        response: { status: 502, headers: { 'content-type': 'text/html' }, body: gatewayPage },
      };
    case 'throttled':
      return refusal(throttled(failure.limit, limits, retryAfterText(failure.retryAfter, failure.as, now)));
    case 'unavailable':
      return refusal(unavailable(failure.status, retryAfterText(failure.retryAfter, 'seconds', now)));
    case 'expiredDeltaToken':
      return refusal(errors.deltaTokenExpired(0));
    case 'error':
      return refusal(new DataverseError(failure.status, failure.code, failure.message));
  }
}

function refusal(error: DataverseError): FailureEffect {
  return { kind: 'answer', response: errorResponse(error, {}) };
}

function unavailable(status: 503 | 504, retryAfter: string | undefined): DataverseError {
  const message = status === 503 ? 'The service is unavailable.' : 'The operation has timed out.';
  return new DataverseError(
    status,
    '0x80040216',
    message,
    retryAfter === undefined ? {} : { 'retry-after': retryAfter },
  );
}

function retryAfterText(seconds: number | undefined, as: 'seconds' | 'date', now: Date): string | undefined {
  if (seconds === undefined) return undefined;
  return as === 'seconds' ? String(seconds) : new Date(now.getTime() + seconds * 1000).toUTCString();
}
