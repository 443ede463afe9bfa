import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { AppParts } from '../appParts.js';
import { signedIn } from '../signedIn.js';
import { sendTagged, tagged, type Tagged } from '../tagged.js';
import { contentTypeOf } from './contentType.js';

/**
 * `GET /WebResources/<name>`, also below a version in braces, as the real app asks for them ("Web resources": a version
 * in the address lets the browser keep them). The bytes come from the solutions; a name that is none of theirs is 404,
 * so nothing else on the disk can be asked for. Who is not signed in gets 401.
 */
export function addWebResourceRoutes(app: FastifyInstance, parts: AppParts): void {
  const files = new Map(
    parts.organization.catalogue.solutions
      .flatMap(({ webResources }) => webResources)
      .map(({ name, type, content }) => [name, tagged(contentTypeOf(type), content)]),
  );
  const answer = (request: FastifyRequest, reply: FastifyReply, file: Tagged | undefined): FastifyReply => {
    if (signedIn(request, parts) === undefined) return reply.code(401).send();
    return file === undefined ? notFound(reply) : sendTagged(request, reply, file);
  };
  app.get<{ Params: { '*': string } }>('/WebResources/*', (request, reply) =>
    answer(request, reply, files.get(request.params['*'])),
  );
  app.get<{ Params: { version: string; '*': string } }>('/:version/WebResources/*', (request, reply) => {
    const { version, '*': name } = request.params;
    return answer(request, reply, /^\{.*\}$/s.test(version) ? files.get(name) : undefined);
  });
}

function notFound(reply: FastifyReply): FastifyReply {
  reply.callNotFound();
  return reply;
}
