import { createHash } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import { monogram } from '../brand/monogram.js';
import type { PageServer } from '../pageServer.js';
import { styleSheet } from '../style/styleSheet.js';
import { addRoute } from './addRoute.js';

/** What a drawing may do that is opened by itself: nothing but look as it is drawn. */
const drawingPolicy = "default-src 'none'; style-src 'unsafe-inline'; sandbox";

/** `page.css`, the logo, and what robots are told. They are the same for everybody and may be kept for an hour. */
export function addFiles(page: FastifyInstance, server: PageServer): void {
  const { brand } = server.config;
  const logo = brand.logo ?? { type: 'image/svg+xml', content: Buffer.from(monogram(brand)) };
  const files = [
    { url: '/page.css', type: 'text/css; charset=utf-8', content: styleSheet(brand.color), headers: {} },
    { url: '/logo', ...logo, headers: { 'content-security-policy': drawingPolicy } },
    {
      url: '/robots.txt',
      type: 'text/plain; charset=utf-8',
      content: 'User-agent: *\nDisallow: /\n',
      headers: {},
    },
  ];
  for (const { url, type, content, headers } of files) {
    const etag = `"${createHash('sha256').update(content).digest('base64url').slice(0, 16)}"`;
    const kept = { 'cache-control': 'public, max-age=3600', etag, ...headers };
    addRoute(
      page,
      url,
      {
        get: (request, reply) => {
          reply.headers(kept);
          return request.headers['if-none-match'] === etag
            ? reply.code(304).send()
            : reply.type(type).send(content);
        },
      },
      server,
    );
  }
}
