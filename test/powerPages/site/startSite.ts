import { randomBytes } from 'node:crypto';
import cookies from '@fastify/cookie';
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify';
import type { Row, WebApi } from '../../../scripts/system/webApi.js';
import { escapeHtml, renderLiquid } from './liquid.js';
import { portalWebApi, type PortalAnswer } from './portalWebApi.js';
import { readShippedSite } from './shippedSite.js';
import { theme } from './theme.js';

/** Somebody who can sign in at the test site. */
export interface SiteVisitor {
  readonly id: string;
  readonly fullname: string;
}

/** A site that has the redemption page, as Power Pages would serve it. */
export interface TestSite {
  /** `http://127.0.0.1:41234` */
  readonly url: string;
  /** Who the identity provider says it is at the next sign-in. */
  signIn(visitor: SiteVisitor): void;
  /** Everything that browsers asked for, as `GET /path?query`. */
  readonly requests: readonly string[];
  /** What the portal Web API is to answer instead, once. */
  answerNext(answer: PortalAnswer): void;
  close(): Promise<void>;
}

/**
 * Serves the shipped template between a header such as sites have (with a sign-in link that names the present address) and a footer,
 * under a strict policy with a nonce, with the portal Web API in front of Dataverse.
 */
export async function startSite(dataverse: WebApi): Promise<TestSite> {
  const shipped = readShippedSite();
  const api = portalWebApi(shipped, dataverse);
  const sessions = new Map<string, { readonly visitor: SiteVisitor; readonly token: string }>();
  const requests: string[] = [];
  const instead: PortalAnswer[] = [];
  let next: SiteVisitor | undefined;
  const app = fastify();
  await app.register(cookies);
  app.addHook('onRequest', async ({ method, url }) => void requests.push(`${method} ${url}`));

  const session = (request: FastifyRequest) => sessions.get(request.cookies['session'] ?? '');
  const home = async (_request: unknown, reply: FastifyReply) =>
    reply.type('text/html').send('<!doctype html><html lang="en"><title>Home</title><h1>Home</h1></html>');
  for (const path of ['/', '/orders/7', '/en-US/', '/de-DE/']) app.get(path, home);
  app.get('/theme.css', async (_request, reply) => reply.type('text/css').send(theme));

  app.get<{ Params: { language: string } }>('/:language/invitation', async (request, reply) => {
    const nonce = randomBytes(16).toString('base64');
    reply.header(
      'content-security-policy',
      `default-src 'none'; script-src 'nonce-${nonce}'; style-src 'self'; connect-src 'self'; img-src data:; form-action 'self'; base-uri 'none'`,
    );
    const html = page(shipped, request.params.language, request.url, session(request)?.visitor);
    return reply.type('text/html').send(html.replaceAll('<script>', `<script nonce="${nonce}">`));
  });
  app.get<{ Querystring: { returnUrl?: string } }>('/:language/SignIn', async (request, reply) => {
    if (next === undefined) throw new Error('Nobody is to sign in.');
    const id = randomBytes(16).toString('hex');
    sessions.set(id, { visitor: next, token: randomBytes(16).toString('hex') });
    return reply
      .setCookie('session', id, { path: '/', httpOnly: true })
      .redirect(request.query.returnUrl ?? '/');
  });
  app.get<{ Querystring: { returnUrl?: string } }>(
    '/:language/Account/Login/LogOff',
    async (request, reply) =>
      reply.clearCookie('session', { path: '/' }).redirect(request.query.returnUrl ?? '/'),
  );
  app.get('/_layout/tokenhtml', async (request, reply) =>
    reply
      .type('text/html')
      .send(
        `<input name="__RequestVerificationToken" type="hidden" value="${session(request)?.token ?? ''}" />`,
      ),
  );

  const call = async (
    request: FastifyRequest,
    reply: FastifyReply,
    work: (contact: string) => Promise<PortalAnswer>,
  ): Promise<FastifyReply> => {
    const found = session(request);
    const isTrue = found !== undefined && request.headers['__requestverificationtoken'] === found.token;
    const {
      status,
      headers = {},
      body,
    } = instead.shift() ??
    (isTrue ? await work(found.visitor.id) : { status: 401, body: { error: { code: '90040107' } } });
    return reply.code(status).headers(headers).send(body);
  };
  app.post('/_api/inv_redemptionrequests', (request, reply) =>
    call(request, reply, (contact) => api.create(contact, request.body as Row)),
  );
  app.get('/_api/inv_redemptionrequests', (request, reply) =>
    call(request, reply, (contact) => api.read(contact, new URL(request.url, 'http://site').searchParams)),
  );

  const url = await app.listen({ host: '127.0.0.1', port: 0 });
  return {
    url,
    requests,
    signIn: (visitor) => void (next = visitor),
    answerNext: (answer) => void instead.push(answer),
    close: () => app.close(),
  };
}

function page(
  shipped: ReturnType<typeof readShippedSite>,
  language: string,
  address: string,
  visitor: SiteVisitor | undefined,
): string {
  const back = encodeURIComponent(`/${language}/`);
  const title = shipped.title(language);
  const body = renderLiquid(shipped.template, {
    user: visitor,
    page: { title },
    snippets: shipped.snippets(language),
    website: {
      sign_in_url: `/${language}/SignIn?returnUrl=${back}`,
      sign_out_url: `/${language}/Account/Login/LogOff?returnUrl=${back}`,
    },
  });
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${title}</title><meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/theme.css"><link rel="icon" href="data:,"></head>
<body><header><a href="/${language}/">Contoso</a>
<a id="header-sign-in" href="/${language}/SignIn?returnUrl=${escapeHtml(encodeURIComponent(address))}">Account</a></header>
${body}
<footer><a id="other-language" href="${escapeHtml(address.replace(language, 'de-DE'))}" lang="de">Deutsch</a></footer></body></html>`;
}
