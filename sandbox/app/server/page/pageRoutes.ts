import { readFileSync } from 'node:fs';
import type { FastifyInstance } from 'fastify';
import Handlebars from 'handlebars';
import { localeOf } from '../../../dataverse/webapi/read/locale.js';
import type { AppParts } from '../appParts.js';
import { prepareClient } from '../bundle/bundleClient.js';
import { signedIn } from '../signedIn.js';
import { sendTagged, tagged } from '../tagged.js';

const file = (name: string): string => readFileSync(new URL(name, import.meta.url), 'utf8');
const page = Handlebars.compile(file('main.hbs'));

/** `GET /main.aspx`, the favicon, and `GET /`, which leads to the app. Who is not signed in is sent to sign in first. */
export function addPageRoutes(app: FastifyInstance, parts: AppParts): void {
  app.get('/', (_request, reply) => reply.redirect('/main.aspx', 302));

  app.get('/main.aspx', (request, reply) => {
    const caller = signedIn(request, parts);
    reply.header('cache-control', 'no-store');
    if (caller === undefined) {
      return reply.redirect(`/sign-in?${new URLSearchParams({ return: request.url }).toString()}`, 302);
    }
    prepareClient();
    const [language] = localeOf(caller.language).split('-');
    return reply.type('text/html; charset=utf-8').send(`<!doctype html>\n${page({ language })}`);
  });

  const icon = tagged('image/svg+xml; charset=utf-8', file('favicon.svg'));
  for (const path of ['/favicon.ico', '/app/favicon.svg']) {
    app.get(path, (request, reply) => sendTagged(request, reply, icon));
  }
}
