import type { FastifyInstance, FastifyReply } from 'fastify';
import { failureEffect } from '../faults/failureResponse.js';
import type { Faults } from '../faults/faults.js';
import { ownUrl } from '../ownUrl.js';
import type { Protection } from '../protection/protection.js';
import type { Wait } from '../wait.js';
import type { Application } from './application.js';
import type { BearerTokens } from './bearerToken.js';
import { instanceDiscovery, openIdConfiguration } from './discovery.js';
import { OAuthError, oauthErrorBody } from './oauthError.js';
import { grantToken } from './tokenEndpoint.js';

/** What the identity provider needs to answer. */
export interface IdentityParts {
  readonly tenantId: string;
  readonly applications: readonly Application[];
  readonly tokens: BearerTokens;
  readonly faults: Faults;
  readonly protection: Protection;
  readonly wait: Wait;
  /** systemuserid of an application's user, for fault rules. */
  readonly userOfClient: (clientId: string) => string | undefined;
}

/** Adds the identity provider: token endpoint, OpenID configuration and MSAL's instance discovery. */
export function addIdentityRoutes(app: FastifyInstance, parts: IdentityParts): void {
  app.get('/common/discovery/instance', (request) => instanceDiscovery(ownUrl(request), parts.tenantId));
  for (const path of [
    '/:tenant/v2.0/.well-known/openid-configuration',
    '/:tenant/.well-known/openid-configuration',
  ]) {
    app.get<{ Params: { tenant: string } }>(path, (request) =>
      openIdConfiguration(ownUrl(request), request.params.tenant),
    );
  }
  app.post<{ Params: { tenant: string } }>('/:tenant/oauth2/v2.0/token', async (request, reply) => {
    const body = typeof request.body === 'string' ? request.body : '';
    const fault = await applyFault(parts, request.url, body);
    if (fault === 'drop') {
      reply.hijack();
      request.raw.socket.destroy();
      return reply;
    }
    if (fault !== undefined) return reply.code(fault.status).headers(fault.headers).send(fault.body);
    return answerToken(parts, reply, {
      tenant: request.params.tenant,
      path: request.url.replace(/\?.*$/s, ''),
      form: new URLSearchParams(body),
      correlationId: [request.headers['client-request-id']].flat()[0],
    });
  });
}

async function applyFault(
  { faults, protection, wait, userOfClient }: IdentityParts,
  url: string,
  body: string,
) {
  const userId = userOfClient(new URLSearchParams(body).get('client_id') ?? '');
  const rule = faults.take({ method: 'POST', url, body, userId });
  if (rule === undefined) return undefined;
  await wait(rule.delayBefore + rule.delayAfter);
  if (rule.failure === undefined) return undefined;
  const effect = failureEffect(rule.failure, protection.limits, new Date());
  if (effect.kind === 'answer') {
    const { status, headers, body: text } = effect.response;
    return { status, headers: { ...headers }, body: text };
  }
  return effect.kind === 'unauthorized' ? { status: 401, headers: {}, body: undefined } : 'drop';
}

interface TokenCall {
  readonly tenant: string;
  readonly path: string;
  readonly form: URLSearchParams;
  readonly correlationId: string | undefined;
}

function answerToken(parts: IdentityParts, reply: FastifyReply, call: TokenCall): FastifyReply {
  // A client dates its assertion by the real time, whatever the organization's clock has been moved to.
  const now = new Date();
  reply.headers({ 'cache-control': 'no-store', pragma: 'no-cache' });
  try {
    return reply.send(grantToken({ ...call, now }, parts.applications, parts.tokens));
  } catch (error) {
    if (!(error instanceof OAuthError)) throw error;
    return reply.code(error.status).send(oauthErrorBody(error, now, call.correlationId));
  }
}
