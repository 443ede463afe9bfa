import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A body with its entity tag; the tag is made once for content that stays. */
export interface Tagged {
  readonly type: string;
  readonly body: Buffer;
  readonly etag: string;
}

/** @param type media type, with its charset */
export function tagged(type: string, content: string | Uint8Array): Tagged {
  const body = Buffer.from(content);
  return { type, body, etag: `"${createHash('sha256').update(body).digest('base64url')}"` };
}

/** Sends it, or 304 when the browser has it already. It asks each time: after a restart there may be another one. */
export function sendTagged(request: FastifyRequest, reply: FastifyReply, content: Tagged): FastifyReply {
  reply.headers({ etag: content.etag, 'cache-control': 'private, no-cache' });
  const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? [];
  if (known.includes(content.etag)) return reply.code(304).send();
  return reply.type(content.type).send(content.body);
}
