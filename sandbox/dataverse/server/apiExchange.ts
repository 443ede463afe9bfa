import { performance } from 'node:perf_hooks';
import { DataverseError, errors } from '../errors.js';
import type { Organization, Session } from '../organization/organization.js';
import { errorResponse } from '../webapi/errorResponse.js';
import type { ApiRequest, ApiResponse } from '../webapi/exchange.js';
import { handle, type Observer } from '../webapi/handle.js';
import type { Counters } from './counters.js';
import { failureEffect, type FailureEffect } from './faults/failureResponse.js';
import type { FaultRule } from './faults/faultRule.js';
import type { Faults } from './faults/faults.js';
import { authenticate, sessionOf, userOf, type Authentication } from './identity/authenticate.js';
import type { Subject } from './identity/bearerToken.js';
import type { Protection } from './protection/protection.js';
import type { Wait } from './wait.js';

/** A request to the Web API as it came in, before anybody knows who calls. */
export type IncomingRequest = Omit<ApiRequest, 'session'> & {
  /** Path and query as received, for the fault rules. */
  readonly rawUrl: string;
  /** The server's origin as the client names it: `http://127.0.0.1:5800`. */
  readonly ownOrigin: string;
};

/** What to do with the connection: answer, answer 401, break it, or answer badly. */
export type Outcome =
  | { readonly kind: 'answer'; readonly response: ApiResponse }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'drop' }
  /** The head and some of the body, then silence for so many milliseconds, then the rest. */
  | { readonly kind: 'slowBody'; readonly response: ApiResponse; readonly stallMilliseconds: number }
  /** The head and some of the body, then the connection ends. */
  | { readonly kind: 'truncated'; readonly response: ApiResponse };

/** Everything an exchange needs. */
export interface ExchangeParts {
  readonly organization: Organization;
  readonly authentication: Authentication;
  readonly faults: Faults;
  readonly protection: Protection;
  readonly counters: Counters;
  readonly wait: Wait;
  /** Told of every failure that is the sandbox's own fault. */
  readonly onDefect: (error: unknown) => void;
}

/** The life of one request: who calls, faults, service protection, the work itself, its simulated duration. */
export async function exchange(parts: ExchangeParts, incoming: IncomingRequest): Promise<Outcome> {
  const { counters, faults, organization } = parts;
  counters.request();
  const subject = authenticate(incoming, parts.authentication);
  const userId = subject && userOf(organization, subject);
  const serve = async (extraWork: number): Promise<Outcome> => {
    if (subject === undefined) return { kind: 'unauthorized' };
    return { kind: 'answer', response: await serveSubject(parts, incoming, subject, userId, extraWork) };
  };
  const rule = faults.take({ method: incoming.method, url: incoming.rawUrl, body: incoming.body, userId });
  const outcome = rule === undefined ? await serve(0) : await serveFaulty(parts, rule, serve);
  counters.answered(statusOf(outcome), userId);
  return outcome;
}

function statusOf(outcome: Outcome): number | 'dropped' {
  switch (outcome.kind) {
    case 'drop':
    case 'truncated':
      return 'dropped';
    case 'unauthorized':
      return 401;
    default:
      return outcome.response.status;
  }
}

async function serveFaulty(
  { organization, protection, wait }: ExchangeParts,
  rule: FaultRule,
  serve: (extraWork: number) => Promise<Outcome>,
): Promise<Outcome> {
  await wait(rule.delayBefore);
  const effect = rule.failure && failureEffect(rule.failure, protection.limits, organization.clock.now());
  if (effect?.kind === 'answer' || effect?.kind === 'unauthorized') return effect;
  if (effect?.kind === 'dropBefore') return { kind: 'drop' };
  const outcome = await serve(rule.work);
  await wait(rule.delayAfter);
  return spoiled(outcome, effect);
}

/** What becomes of an answer that was worked out. */
function spoiled(
  outcome: Outcome,
  effect: Extract<FailureEffect, { kind: 'dropAfter' | 'slowBody' | 'truncated' }> | undefined,
): Outcome {
  if (effect === undefined) return outcome;
  if (effect.kind === 'dropAfter') return { kind: 'drop' };
  return outcome.kind === 'answer' ? { ...outcome, ...effect } : outcome;
}

async function serveSubject(
  parts: ExchangeParts,
  incoming: IncomingRequest,
  subject: Subject,
  userId: string | undefined,
  extraWork: number,
): Promise<ApiResponse> {
  try {
    if (userId === undefined)
      throw errors.notAMember(subject.kind === 'application' ? subject.clientId : subject.userId);
    return await serveCaller(parts, incoming, sessionOf(parts.organization, userId), extraWork);
  } catch (error) {
    if (!(error instanceof DataverseError)) parts.onDefect(error);
    return errorResponse(error, incoming.headers);
  }
}

/** Service protection is about who authenticated, whomever they act for. */
async function serveCaller(
  parts: ExchangeParts,
  incoming: IncomingRequest,
  session: Session,
  extraWork: number,
): Promise<ApiResponse> {
  const { counters, protection, wait, onDefect } = parts;
  const { userId } = session.caller;
  const admission = protection.admit(userId);
  counters.admitted(userId);
  let operations = 0;
  const countOperation = (method: string) => {
    operations += 1;
    counters.operation(method, userId);
  };
  const started = performance.now();
  const response = answer({ ...incoming, session }, { operation: countOperation, defect: onDefect });
  const simulated = operations * protection.operationMilliseconds + extraWork;
  const elapsed = performance.now() - started;
  try {
    // The sandbox's own work is part of what an operation takes, not on top of it.
    await wait(Math.max(0, simulated - elapsed));
  } finally {
    admission.finish(Math.max(elapsed, simulated));
  }
  return { ...response, headers: { ...protection.headers(userId), ...response.headers } };
}

function answer(request: ApiRequest, observer: Observer): ApiResponse {
  try {
    return handle(request, observer);
  } catch (error) {
    return errorResponse(error, request.headers);
  }
}
