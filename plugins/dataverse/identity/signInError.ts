import { isNativeError } from 'node:util/types';
import { AuthError, ServerError } from '@azure/msal-node';
import { type InvitationError, invitationError } from '../../errors/invitationError.js';
import { redact } from '../failure/redact.js';

/**
 * Why there is no token. Entra ID answered and said no: the configuration is wrong. It did not answer, or failed itself: the way to
 * it is. MSAL keeps secrets out of its messages, and Entra ID's sentence (`AADSTS7000215: Invalid client secret provided. …`) is
 * what an administrator will look up. The numbers, times and trace ids around it are left out: the same problem must read the same.
 */
export function signInError(error: unknown, authority: string): InvitationError {
  const said = isNativeError(error) ? error.message : String(error);
  const [, description = said] = /\bDescription:\s*(\S[\s\S]*)/.exec(said) ?? [];
  const sentence = description.replace(
    /[\s-]*(Trace ID|Correlation ID|correlation_id|Headers:)[\s\S]*$/i,
    '',
  );
  const reason = withoutSentence.test(sentence) ? statusOf(error) : redact(sentence).replace(/\.$/, '');
  const refused = error instanceof AuthError && !isPassing(error);
  return refused
    ? invitationError('INV_SIGN_IN_FAILED', { reason }, { cause: error })
    : invitationError('INV_SIGN_IN_UNREACHABLE', { authority, reason }, { cause: error });
}

/** What MSAL writes where the answer has no description. */
const withoutSentence = /^(Not Available|undefined)?$/;

/** `HTTP 503 temporarily_unavailable`: all that there is to say without a sentence. */
function statusOf(error: unknown): string {
  if (!(error instanceof ServerError)) return 'it gives no reason';
  return isHeldBack(error)
    ? 'it failed or turned the service away a moment ago, and is not asked for up to a minute, or as long as it said'
    : `HTTP ${error.status} ${error.errorCode}`;
}

/**
 * MSAL remembers a 429 or 5xx for as long as Retry-After says, or 60 seconds, and repeats it without asking (its ThrottlingUtils). Only an
 * error that is repeated in this way comes without a status.
 */
const isHeldBack = (error: ServerError): boolean => error.status === undefined;

/** The identity provider could not work, or turned us away for its own limits (429): nothing is wrong with the credentials. */
const isPassing = (error: AuthError): boolean =>
  /network|endpoints_resolution|openid_config|timed?_?out/i.test(error.errorCode) ||
  (error instanceof ServerError &&
    (isHeldBack(error) || error.status === 429 || (error.status ?? 400) >= 500));
