import { randomUUID } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DataverseError } from '../errors.js';
import { errorResponse } from '../webapi/errorResponse.js';
import type { ApiRequest, ApiResponse } from '../webapi/exchange.js';
import { send, sendSlowly, sendTruncated, writeAnswer } from './answer.js';
import { exchange, type ExchangeParts, type IncomingRequest } from './apiExchange.js';
import { ownUrl } from './ownUrl.js';

/** Where a version of the Web API lies: `/api/data/v9.2/`. */
const apiPath = /^\/api\/data\/(v9\.[0-2])(?:\/(.*))?$/s;

/** Longest URL, in characters ("Query data using the Web API": 32 KB; 64 KB inside a batch). */
const longestUrl = 32_768;

const methods: readonly string[] = ['GET', 'POST', 'PATCH', 'PUT', 'DELETE'];

/** What the API's answers and refusals say of the server. */
export interface ApiServerFacts {
  readonly tenantId: string;
}

/** Adds the Web API: everything below `/api/data/v9.x/`, bodies as raw text. */
export function addApiRoutes(app: FastifyInstance, parts: ExchangeParts, facts: ApiServerFacts): void {
  app.all('/api/data/*', async (request, reply) => {
    const incoming = incomingRequest(request);
    const written = (response: ApiResponse) => writeAnswer(response, headersOfServer(parts));
    if (incoming instanceof DataverseError) return send(reply, written(errorResponse(incoming, {})));
    const outcome = await exchange(parts, incoming);
    switch (outcome.kind) {
      case 'answer':
        return send(reply, written(outcome.response));
      case 'slowBody':
        return sendSlowly(reply, written(outcome.response), () => parts.wait(outcome.stallMilliseconds));
      case 'truncated':
        return sendTruncated(reply, written(outcome.response));
      case 'unauthorized':
        return sendUnauthorized(request, reply, facts, parts.organization.clock.now());
      case 'drop':
        reply.hijack();
        request.raw.socket.destroy();
        return reply;
    }
  });
}

function incomingRequest(request: FastifyRequest): IncomingRequest | DataverseError {
  const [path = '', version = '', url = ''] = apiPath.exec(request.raw.url ?? '') ?? [];
  if (path === '') return new DataverseError(404, '0x8006088a', 'The Web API lies below /api/data/v9.2/.');
  if (path.length > longestUrl) return new DataverseError(414, '0x80060888', 'The URL is longer than 32 KB.');
  if (!isMethod(request.method)) {
    return new DataverseError(405, '0x80060888', `The HTTP method '${request.method}' is not supported.`);
  }
  const body = typeof request.body === 'string' && request.body !== '' ? { body: request.body } : {};
  const ownOrigin = ownUrl(request);
  return {
    method: request.method,
    url,
    headers: headersOf(request),
    ...body,
    baseUrl: `${ownOrigin}/api/data/${version}`,
    rawUrl: path,
    ownOrigin,
  };
}

function isMethod(method: string): method is ApiRequest['method'] {
  return methods.includes(method);
}

function headersOf(request: FastifyRequest): Record<string, string> {
  const entries = Object.entries(request.headers).map(([name, value]) => [
    name,
    Array.isArray(value) ? value.join(',') : (value ?? ''),
  ]);
  return Object.fromEntries(entries) as Record<string, string>;
}

/** Headers of every answer. Its Date is the organization's clock, as is every date in the rows. */
function headersOfServer({ organization, protection }: ExchangeParts): Record<string, string> {
  const requestId = randomUUID();
  return {
    date: organization.clock.now().toUTCString(),
    'odata-version': '4.0',
    'x-ms-service-request-id': requestId,
    req_id: requestId,
    'x-ms-dop-hint': String(protection.dopHint),
  };
}

/** An empty body and a challenge that names the identity provider, as Dataverse answers a missing or expired token. */
function sendUnauthorized(
  request: FastifyRequest,
  reply: FastifyReply,
  { tenantId }: ApiServerFacts,
  now: Date,
): FastifyReply {
  const own = ownUrl(request);
  return reply
    .code(401)
    .header('date', now.toUTCString())
    .header(
      'www-authenticate',
      `Bearer authorization_uri=${own}/${tenantId}/oauth2/authorize, resource_id=${own}/`,
    )
    .send();
}
