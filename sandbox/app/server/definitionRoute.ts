import type { FastifyInstance } from 'fastify';
import { readAppDefinition } from '../definition/readAppDefinition.js';
import type { AppParts } from './appParts.js';
import { signedIn } from './signedIn.js';
import { sendTagged, tagged } from './tagged.js';

/** `GET /app/definition`: the app in the language and with the privileges of who is signed in; 401 for nobody. */
export function addDefinitionRoute(app: FastifyInstance, parts: AppParts): void {
  app.get('/app/definition', (request, reply) => {
    const caller = signedIn(request, parts);
    if (caller === undefined) return reply.code(401).send();
    const definition = readAppDefinition(parts.organization, caller.userId, caller.language);
    const type = 'application/json; charset=utf-8';
    return sendTagged(request, reply, tagged(type, JSON.stringify(definition)), ['cookie']);
  });
}
