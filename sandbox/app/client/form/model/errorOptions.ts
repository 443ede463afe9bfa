import { ApiError } from '../../host/apiError.js';
import type { ErrorOptions } from '../../host/host.js';
import { messageOf } from '../../host/messageOf.js';

/** What the error dialog says of a failure: the server's own message and code where it has answered. */
export function errorOptions(error: unknown): ErrorOptions & { readonly errorCode: number } {
  const message = messageOf(error);
  // An error without a code of Dataverse's (a proxy's, a lost connection) has the code 0.
  return { message, errorCode: error instanceof ApiError ? Number(error.code) || 0 : 0 };
}
