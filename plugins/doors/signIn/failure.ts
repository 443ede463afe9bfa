import {
  AuthorizationResponseError,
  ClientError,
  ResponseBodyError,
  WWWAuthenticateChallengeError,
} from 'openid-client';
import { AnswerRefused, NoConnection } from './provider/boundedFetch.js';
import { MetadataRefused } from './provider/checkMetadata.js';

/**
 * Why a sign-in did not work.
 *  unreachable  the provider cannot be asked, or does not serve this service
 *  refused      what it, or somebody in its name, said does not hold
 *  declined     it holds, and says no: the person has cancelled
 */
export interface Failure {
  readonly kind: 'unreachable' | 'refused' | 'declined';
  /** In plain words, to follow a colon. */
  readonly reason: string;
  /** What somebody who watches over the doors should hear of: names of parts and checks, nothing that was sent. */
  readonly suspicion?: string;
}

/** An answer that a check of this service itself refuses. */
export class SignInRefused extends Error {
  override readonly name = 'SignInRefused';
  readonly suspicion: string;

  /** @param message the reason, in plain words */
  constructor(message: string, suspicion: string) {
    super(message);
    this.suspicion = suspicion;
  }
}

/** Codes of openid-client for what lies between the service and the provider: nothing has been claimed yet. */
const onTheWay: Readonly<Record<string, string>> = {
  OAUTH_TIMEOUT: 'no answer in time',
  OAUTH_ABORT: 'no answer in time',
  OAUTH_HTTP_REQUEST_FORBIDDEN: 'its address is no https address',
  OAUTH_REQUEST_PROTOCOL_FORBIDDEN: 'its address is no https address',
  OAUTH_RESPONSE_IS_NOT_JSON: 'what answers is no identity provider',
};

/** Codes of an answer that does not hold, with the words for it; all the others have one sentence. */
const doesNotHold: Readonly<Record<string, string>> = {
  OAUTH_JWT_TIMESTAMP_CHECK_FAILED: 'the answer of the provider is too old, or of the future',
};

/** What OpenID Connect Core 3.1.2.6 and RFC 6749 4.1.2.1 let a provider say instead of signing somebody in. */
const declined: ReadonlyMap<string, string> = new Map([
  ['access_denied', 'it was cancelled'],
  ['server_error', 'the provider has a problem'],
  ['temporarily_unavailable', 'the provider is busy'],
]);

/**
 * What an error of openid-client, or of the checks here, means.
 *
 * @throws the error itself when it is none of them: a defect
 */
export function failureOf(error: unknown): Failure {
  const away = causes(error).find((cause) => cause instanceof NoConnection);
  if (away !== undefined) return { kind: 'unreachable', reason: away.message };
  const own = causes(error).find(
    (cause) => cause instanceof AnswerRefused || cause instanceof MetadataRefused,
  );
  if (own !== undefined) return { kind: 'unreachable', reason: own.message, suspicion: own.message };
  if (error instanceof SignInRefused) {
    return { kind: 'refused', reason: error.message, suspicion: error.suspicion };
  }
  if (error instanceof AuthorizationResponseError) {
    return { kind: 'declined', reason: declined.get(error.error) ?? 'the provider did not allow it' };
  }
  if (error instanceof ResponseBodyError) return refusedRequest(error);
  if (error instanceof WWWAuthenticateChallengeError) {
    return { kind: 'unreachable', reason: 'it does not accept this service' };
  }
  if (error instanceof ClientError) return failedCheck(error);
  throw error;
}

/** Invalid_grant speaks of the code; every other error of a token endpoint (RFC 6749, 5.2) of how this service is known there. */
function refusedRequest({ error, status }: ResponseBodyError): Failure {
  if (status >= 500) return { kind: 'unreachable', reason: `it answers with status ${status}` };
  if (error !== 'invalid_grant') return { kind: 'unreachable', reason: 'it does not accept this service' };
  return { kind: 'refused', reason: 'the provider does not know this sign-in', suspicion: 'code' };
}

function failedCheck(error: ClientError): Failure {
  const { code = '', cause } = error;
  const reason = onTheWay[code];
  if (reason !== undefined) return { kind: 'unreachable', reason };
  if (cause instanceof Response)
    return { kind: 'unreachable', reason: `it answers with status ${cause.status}` };
  return {
    kind: 'refused',
    reason: doesNotHold[code] ?? 'the answer of the provider does not hold',
    // Under a code stands the library's own sentence: it names the claim or parameter, never its value.
    suspicion: code !== '' && cause instanceof Error ? cause.message : error.message,
  };
}

function causes(error: unknown): readonly Error[] {
  return error instanceof Error ? [error, ...causes(error.cause)] : [];
}
