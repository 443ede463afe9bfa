import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Visitor } from '../../redeem/visitor.js';
import { untilQuarter } from '../security/timer.js';
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
  /** Waits until a refusal of this request may leave. */
  pad(request: FastifyRequest): Promise<void>;
}

/** To whom a page is shown. */
export type Shown = Pick<Visit, 'language'> & {
  readonly journey?: Pick<Journey, 'csrf'>;
  readonly visitor?: Visitor;
  readonly path?: Frame['path'];
};

declare module 'fastify' {
  interface FastifyRequest {
    /** What the timer read when the request came in. */
    began: number;
  }
}

export function createPageServer(parts: PageParts, cookies: Cookies): PageServer {
  const { config, signIn, timer } = parts;
  const { host } = new URL(config.url);
  return {
    ...parts,
    cookies,

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

    pad: ({ began }) => untilQuarter(timer, began),
  };
}
