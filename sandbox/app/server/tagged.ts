import { createHash } from 'node:crypto';
import { gzipSync } from 'node:zlib';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** A body with its entity tag; the tag is made once for content that stays, and so is what is sent compressed. */
export interface Tagged {
  readonly type: string;
  readonly body: Buffer;
  /** Weak: one tag for the body as it is and for the compressed one. */
  readonly etag: string;
  readonly gzipped: () => Buffer;
}

/** Media types that are text; pictures are compressed already. */
const textTypes = /^text\/|json|javascript|xml/;

/** Bytes below which compressing saves no packet. */
const smallest = 1_400;

/** @param type media type, with its charset */
export function tagged(type: string, content: string | Uint8Array): Tagged {
  const body = Buffer.from(content);
  let compressed: Buffer | undefined;
  return {
    type,
    body,
    etag: `W/"${createHash('sha256').update(body).digest('base64url')}"`,
    gzipped: () => (compressed ??= gzipSync(body)),
  };
}

/**
 * Sends it, compressed for those who take gzip, or 304 when the browser has it already. It asks each time: after a
 * restart there may be another one.
 *
 * @param vary what else the content depends on
 */
export function sendTagged(
  request: FastifyRequest,
  reply: FastifyReply,
  content: Tagged,
  vary: readonly string[] = [],
): FastifyReply {
  reply.headers({
    etag: content.etag,
    'cache-control': 'private, no-cache',
    vary: [...vary, 'accept-encoding'].join(', '),
  });
  const known = request.headers['if-none-match']?.split(/\s*,\s*/) ?? [];
  if (known.includes(content.etag)) return reply.code(304).send();
  reply.type(content.type);
  if (!isCompressed(request, content)) return reply.send(content.body);
  return reply.header('content-encoding', 'gzip').send(content.gzipped());
}

function isCompressed({ headers }: FastifyRequest, { type, body }: Tagged): boolean {
  const accepted = String(headers['accept-encoding'] ?? '');
  return (
    body.length >= smallest &&
    textTypes.test(type) &&
    /\bgzip\b(?!\s*;\s*q=0(?:\.0+)?(?:\s|,|$))/.test(accepted)
  );
}
