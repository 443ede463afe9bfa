import fastify from 'fastify';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { refuseOtherNames } from '../ownNames.js';
import type { MailStore } from './mailStore.js';
import { framedHtml } from './page/framedHtml.js';
import { listPage, messagePage, missingPage, PAGE_SIZE, styleSheet } from './page/pages.js';
import type { MessagePart } from './page/pages.js';

/** The mailbox's own pages run no script, load nothing from elsewhere and cannot be framed. */
const PAGE_POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
/** A mail's HTML is somebody else's: a sandbox without scripts, with its own styles and pictures only. */
const MAIL_POLICY =
  "default-src 'none'; style-src 'unsafe-inline'; img-src data: http: https:; base-uri 'none'; form-action 'none'; frame-ancestors 'self'; sandbox allow-popups allow-popups-to-escape-sandbox";

/** Most messages one answer of the JSON list carries. */
const LIST_LIMIT = 1000;

/**
 * The mailbox over HTTP.
 *
 * - `GET /` the list (`?recipient=` searches, `?page=`), `GET /messages/:id` one message (`?part=html|text|headers`)
 * - `GET /api/messages` → `{ total, messages: MailSummary[] }`, newest first (`?to=` a whole address, `?skip=`, `?take=` up to 1,000)
 * - `GET /api/messages/:id` → `MailMessage`
 * - `DELETE /api/messages` empties the mailbox → `{ deleted }`
 */
export function createHttpServer(store: MailStore): FastifyInstance {
  const server = fastify({ forceCloseConnections: true });
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers({
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'no-referrer',
      'cache-control': 'no-store',
      'content-security-policy': PAGE_POLICY,
    });
  });
  refuseOtherNames(server);
  addPages(server, store);
  addApi(server, store);
  return server;
}

/** Query parameters that are texts, each given at most once; anything else is answered with 400. */
const texts = (...names: string[]) => ({
  schema: {
    querystring: {
      type: 'object',
      properties: Object.fromEntries(names.map((name) => [name, { type: 'string' }])),
    },
  },
});

function addPages(server: FastifyInstance, store: MailStore): void {
  server.get('/mailbox.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(styleSheet));

  server.get<{ Querystring: { recipient?: string; page?: string } }>(
    '/',
    texts('recipient', 'page'),
    (request, reply) => {
      const recipient = request.query.recipient ?? '';
      const page = Math.max(1, number(request.query.page, 1));
      const found = store.list({ recipient, skip: (page - 1) * PAGE_SIZE, take: PAGE_SIZE });
      return html(reply, listPage(found, page, recipient));
    },
  );

  server.get<{ Params: { id: string }; Querystring: { part?: string } }>(
    '/messages/:id',
    texts('part'),
    async (request, reply) => {
      const message = await store.get(request.params.id);
      if (message === undefined) return html(reply.code(404), missingPage());
      const fallback = message.html === '' ? 'text' : 'html';
      return html(reply, messagePage(message, isPart(request.query.part) ? request.query.part : fallback));
    },
  );

  server.get<{ Params: { id: string } }>('/messages/:id/html', async (request, reply) => {
    const message = await store.get(request.params.id);
    if (message === undefined) return html(reply.code(404), missingPage());
    return html(reply.header('content-security-policy', MAIL_POLICY), framedHtml(message.html));
  });
}

function addApi(server: FastifyInstance, store: MailStore): void {
  server.get<{ Querystring: { to?: string; skip?: string; take?: string } }>(
    '/api/messages',
    texts('to', 'skip', 'take'),
    (request) => {
      const { to, skip, take } = request.query;
      return store.list({ to, skip: number(skip, 0), take: Math.min(LIST_LIMIT, number(take, LIST_LIMIT)) });
    },
  );

  server.get<{ Params: { id: string } }>('/api/messages/:id', async (request, reply) => {
    const message = await store.get(request.params.id);
    return message ?? reply.code(404).send({ error: 'There is no such message.' });
  });

  server.delete('/api/messages', () => ({ deleted: store.clear() }));
}

function html(reply: FastifyReply, page: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').send(page);
}

function isPart(part: string | undefined): part is MessagePart {
  return part === 'html' || part === 'text' || part === 'headers';
}

/** A whole number of a query string; anything else is `otherwise`. */
function number(text: string | undefined, otherwise: number): number {
  return text !== undefined && /^\d{1,9}$/.test(text) ? Number(text) : otherwise;
}
