import formBody from '@fastify/formbody';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { InteractionResults, Provider } from 'oidc-provider';
import { choose, type Form } from './choice.js';
import { signInPage, styleSheet } from './page/pages.js';
import { matching, type Person } from './person.js';
import type { SignedIn } from './provider/signedIn.js';

/** What the sign-in page works with. */
export interface SignInParts {
  readonly provider: () => Provider;
  readonly name: string;
  readonly contacts: () => Promise<readonly Person[]>;
  readonly signedIn: SignedIn;
}

interface Ask {
  readonly Params: { readonly uid: string };
}

/** `GET /sign-in/:uid` (`?filter=` words) the page, `POST /sign-in/:uid` what was chosen on it, `GET /sign-in.css`. */
export async function addSignInRoutes(server: FastifyInstance, parts: SignInParts): Promise<void> {
  await server.register(async (scope) => {
    await scope.register(formBody);
    scope.get('/sign-in.css', (_request, reply) => reply.type('text/css; charset=utf-8').send(styleSheet));

    scope.get<Ask & { Querystring: { filter?: string } }>(
      '/sign-in/:uid',
      filterText,
      async (request, reply) => {
        const client = await clientOf(parts, request, reply);
        const filter = request.query.filter ?? '';
        const people = await parts.contacts();
        return show(reply, 200, { ...parts, client, filter, people: matching(people, filter) });
      },
    );

    scope.post<Ask & { Body: Form }>('/sign-in/:uid', formTexts, async (request, reply) => {
      const client = await clientOf(parts, request, reply);
      const people = await parts.contacts();
      const choice = choose(request.body, people);
      if ('problem' in choice) {
        const { problem, among } = choice;
        const shown = { ...parts, client, filter: '', people: among, problem, typed: request.body };
        return show(reply, 400, shown);
      }
      const result: InteractionResults = choice.cancelled
        ? { error: 'access_denied', error_description: 'The person cancelled.' }
        : {
            login: { accountId: parts.signedIn.add(choice.person, choice.vouched) },
            // Whoever was to choose an account has chosen.
            select_account: {},
          };
      const next = await parts.provider().interactionResult(request.raw, reply.raw, result);
      return reply.redirect(next, 303);
    });
  });
}

/** Query and form fields are texts, each given at most once; anything else is answered with 400. */
const text = { type: 'string', maxLength: 300 } as const;
const filterText = { schema: { querystring: { type: 'object', properties: { filter: text } } } };
const fields = ['email', 'person', 'name', 'address', 'unverified', 'cancel'] as const;
const formTexts = {
  schema: {
    body: { type: 'object', properties: Object.fromEntries(fields.map((field) => [field, text])) },
  },
};

/** The client that somebody signs in for; the library throws when the browser has not begun this sign-in. */
async function clientOf(
  { provider }: SignInParts,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<string> {
  const { params } = await provider().interactionDetails(request.raw, reply.raw);
  return String(params.client_id);
}

function show(reply: FastifyReply, status: number, page: Parameters<typeof signInPage>[0]): FastifyReply {
  return reply.code(status).type('text/html; charset=utf-8').send(signInPage(page));
}
