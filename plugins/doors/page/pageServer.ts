import type { FastifyReply } from 'fastify';
import type { Visitor } from '../../redeem/visitor.js';
import type { Pad } from '../security/padding.js';
import { textsOf } from './language/texts/textsOf.js';
import type { PageParts } from './pageParts.js';
import { render, type Frame } from './view/render.js';
import type { View } from './view/view.js';
import type { Cookies } from './visit/cookies.js';
import type { Journey } from './visit/journey.js';
import type { Visit } from './visit/visit.js';

/** What the routes share. */
export interface PageServer extends PageParts {
  readonly cookies: Cookies;
  /** Sends a page. */
  show(reply: FastifyReply, view: View, to: Shown): FastifyReply;
  readonly pad: Pad;
}

/** To whom a page is shown. */
export type Shown = Pick<Visit, 'language'> & {
  readonly journey?: Pick<Journey, 'csrf'>;
  readonly visitor?: Visitor;
  readonly path?: Frame['path'];
};

/** Puts together what the routes share. */
export function createPageServer(parts: PageParts, cookies: Cookies, pad: Pad): PageServer {
  const { config, signIn } = parts;
  const { host } = new URL(config.url);
  return {
    ...parts,
    cookies,
    pad,

    show(reply, view, { language, journey, visitor, path = '/register' }) {
      const { retryAfter, refreshTo } = view;
      if (retryAfter !== undefined) reply.header('retry-after', String(retryAfter));
      if (refreshTo !== undefined) reply.header('refresh', `${retryAfter ?? 0}; url=${refreshTo}`);
      const frame: Frame = {
        language,
        path,
        host,
        texts: textsOf(language, config.brand),
        brand: config.brand,
        token: journey?.csrf ?? '',
        providers: signIn.providers,
        origins: signIn.origins().join(' '),
        ...(visitor && { visitor }),
      };
      return reply
        .code(view.status)
        .header('content-language', language)
        .type('text/html; charset=utf-8')
        .send(render(view, frame));
    },
  };
}
