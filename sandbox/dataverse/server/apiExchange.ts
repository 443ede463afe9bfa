import { performance } from 'node:perf_hooks';
import { DataverseError } from '../errors.js';
import type { Organization, Session } from '../organization/organization.js';
import { errorResponse } from '../webapi/errorResponse.js';
import type { ApiRequest, ApiResponse } from '../webapi/exchange.js';
import { handle, type Observer } from '../webapi/handle.js';
import type { Counters } from './counters.js';
import { failureEffect, type FailureEffect } from './faults/failureResponse.js';
import type { Faults } from './faults/faults.js';
import { authenticate, sessionFor, type Authentication } from './identity/authenticate.js';
import type { Protection } from './protection/protection.js';
import type { Wait } from './wait.js';

/** A request to the Web API as it came in, before anybody knows who calls. */
export type IncomingRequest = Omit<ApiRequest, 'session'> & {
  /** Path and query as received, for the fault rules. */
  readonly rawUrl: string;
  /** The server's origin as the client names it: `http://127.0.0.1:5800`. */
  readonly ownOrigin: string;
};

/** What to do with the connection: answer, answer 401, or break it. */
export type Outcome =
  | { readonly kind: 'answer'; readonly response: ApiResponse }
  | { readonly kind: 'unauthorized' }
  | { readonly kind: 'drop' };

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

/** The life of one request: faults, who calls, service protection, the work itself, its simulated duration. */
export async function exchange(parts: ExchangeParts, incoming: IncomingRequest): Promise<Outcome> {
  const { counters, faults, organization, protection, wait } = parts;
  counters.request();
  const rule = faults.take({ method: incoming.method, url: incoming.rawUrl, body: incoming.body });
  if (rule === undefined) return counted(parts, await serve(parts, incoming));

  await wait(rule.delayBefore);
  const effect = rule.failure && failureEffect(rule.failure, protection.limits, organization.clock.now());
  const instead = insteadOfServing(effect);
  if (instead !== undefined) return counted(parts, instead);
  const outcome = await serve(parts, incoming);
  await wait(rule.delayAfter);
  return counted(parts, effect?.kind === 'dropAfter' ? { kind: 'drop' } : outcome);
}

function insteadOfServing(effect: FailureEffect | undefined): Outcome | undefined {
  if (effect === undefined || effect.kind === 'dropAfter') return undefined;
  return effect.kind === 'dropBefore' ? { kind: 'drop' } : effect;
}

function counted({ counters }: ExchangeParts, outcome: Outcome): Outcome {
  const statuses = { drop: 'dropped', unauthorized: 401 } as const;
  counters.answered(outcome.kind === 'answer' ? outcome.response.status : statuses[outcome.kind]);
  return outcome;
}

async function serve(parts: ExchangeParts, incoming: IncomingRequest): Promise<Outcome> {
  const subject = authenticate(incoming, parts.authentication);
  if (subject === undefined) return { kind: 'unauthorized' };
  try {
    const session = sessionFor(parts.organization, subject);
    return { kind: 'answer', response: await serveCaller(parts, incoming, session) };
  } catch (error) {
    if (!(error instanceof DataverseError)) parts.onDefect(error);
    return { kind: 'answer', response: errorResponse(error, incoming.headers) };
  }
}

/** Service protection is about who authenticated, whomever they act for. */
async function serveCaller(
  parts: ExchangeParts,
  incoming: IncomingRequest,
  session: Session,
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
  const simulated = operations * protection.operationMilliseconds;
  const elapsed = performance.now() - started;
  try {
    await wait(simulated);
  } finally {
    admission.finish(elapsed + simulated);
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
