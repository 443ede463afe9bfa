import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { PageServer } from '../pageServer.js';
import { lostView } from '../view/otherViews.js';
import { readVisit } from '../visit/visit.js';

/** Answers a request. */
export type Handler = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;

/** What an address answers to. */
export interface Methods {
  /** Also HEAD. */
  readonly get?: Handler;
  readonly post?: Handler;
}

/** Methods that no address of the page knows. */
const others = ['PUT', 'PATCH', 'DELETE', 'TRACE'];

/**
 * Adds an address of the page: OPTIONS tells its methods (RFC 9110, 9.3.7), every other method is answered with 405 and Allow (15.5.6).
 */
export function addRoute(
  page: FastifyInstance,
  url: string,
  { get, post }: Methods,
  { show, cookies }: PageServer,
): void {
  const allow = [...(get ? ['GET', 'HEAD'] : []), ...(post ? ['POST'] : []), 'OPTIONS'].join(', ');
  if (get) page.get(url, get);
  if (post) page.post(url, post);
  page.options(url, (_request, reply) => reply.code(204).header('allow', allow).send());
  page.route({
    method: [...others, ...(get ? [] : ['GET', 'HEAD']), ...(post ? [] : ['POST'])],
    url,
    handler: async (request, reply) =>
      show(reply.header('allow', allow), lostView(405), await readVisit(request, cookies)),
  });
}
