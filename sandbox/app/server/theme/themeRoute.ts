import type { FastifyInstance } from 'fastify';
import { sendTagged, tagged } from '../tagged.js';
import { tokensCss } from './tokensCss.js';

/** `GET /app/tokens.css`. */
export function addThemeRoute(app: FastifyInstance): void {
  const file = tagged('text/css; charset=utf-8', tokensCss());
  app.get('/app/tokens.css', (request, reply) => sendTagged(request, reply, file));
}
