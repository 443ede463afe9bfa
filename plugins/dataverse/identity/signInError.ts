import { isNativeError } from 'node:util/types';
import { AuthError, ServerError } from '@azure/msal-node';
import { type InvitationError, invitationError } from '../../errors/invitationError.js';
import { redact } from '../redact.js';

/**
 * Why there is no token. Entra ID answered and said no: the configuration is wrong. It did not answer, or failed itself: the way to
 * it is. MSAL keeps secrets out of its messages, and Entra ID's sentence (`AADSTS7000215: Invalid client secret provided. …`) is
 * what an administrator will look up. The numbers, times and trace ids around it are left out: the same problem must read the same.
 */
export function signInError(error: unknown, authority: string): InvitationError {
  const said = isNativeError(error) ? error.message : String(error);
  const [, description = said] = /\bDescription:\s*(\S[\s\S]*)/.exec(said) ?? [];
  const sentence = description.replace(/[\s-]*(Trace ID|Correlation ID|correlation_id)[\s\S]*$/i, '');
  const reason = redact(sentence).replace(/\.$/, '');
  const refused = error instanceof AuthError && !isPassing(error);
  return refused
    ? invitationError('INV_SIGN_IN_FAILED', { reason }, { cause: error })
    : invitationError('INV_SIGN_IN_UNREACHABLE', { authority, reason }, { cause: error });
}

const isPassing = (error: AuthError): boolean =>
  /network|endpoints_resolution|openid_config|timed?_?out/i.test(error.errorCode) ||
  (error instanceof ServerError && (error.status ?? 400) >= 500);
