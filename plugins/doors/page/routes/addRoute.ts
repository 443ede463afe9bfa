import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

type Handler = (request: FastifyRequest, reply: FastifyReply) => FastifyReply | Promise<FastifyReply>;

/** What an address answers to. */
export interface Methods {
  /** Also HEAD. */
  readonly get?: Handler;
  readonly post?: Handler;
}

/** Methods that no address of the page knows. */
const others = ['PUT', 'PATCH', 'DELETE', 'TRACE'];

/**
 * Adds an address of the page: OPTIONS tells its methods (RFC 9110, 9.3.7), every other method is told by `refused`, with Allow, that it is
 * none of them.
 */
export function addRoute(page: FastifyInstance, url: string, { get, post }: Methods, refused: Handler): void {
  const allow = [...(get ? ['GET', 'HEAD'] : []), ...(post ? ['POST'] : []), 'OPTIONS'].join(', ');
  if (get) page.get(url, get);
  if (post) page.post(url, post);
  page.options(url, (_request, reply) => reply.code(204).header('allow', allow).send());
  page.route({
    method: [...others, ...(get ? [] : ['GET', 'HEAD']), ...(post ? [] : ['POST'])],
    url,
    handler: (request, reply) => refused(request, reply.header('allow', allow)),
  });
}
