import type { FastifyInstance, FastifyRequest } from 'fastify';
import { untilQuarter, type Timer } from './timer.js';

/** Waits until a refusal of this request may leave: at a full quarter of a second after it came in. */
export type Pad = (request: FastifyRequest) => Promise<void>;

/** Notes when each request to a part of the server comes in. */
export function addPadding(app: FastifyInstance, timer: Timer): Pad {
  const arrivals = new WeakMap<FastifyRequest, number>();
  app.addHook('onRequest', async (request) => {
    arrivals.set(request, timer.read());
  });
  return (request) => untilQuarter(timer, arrivals.get(request) ?? timer.read());
}
