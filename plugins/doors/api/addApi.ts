import type { FastifyInstance, HTTPMethods } from 'fastify';
import type { Logger } from 'pino';
import type { ApiConfig } from '../config/doorsConfig.js';
import type { DoorsContext } from '../doorsContext.js';
import { systemTimer, type Timer } from '../security/timer.js';
import { createGuard } from './access/guard.js';
import { openApiDocument } from './openApi/openApiDocument.js';
import { answerProblems } from './problem/answerProblems.js';
import { ProblemError } from './problem/problemError.js';
import { errorListOf } from './routes/errorList.js';
import { invitationStatusHandler } from './routes/invitationStatus.js';
import { redemptionsHandler } from './routes/redemptions.js';

/** What the API stands on. */
export interface ApiOptions {
  readonly config: ApiConfig;
  readonly context: DoorsContext;
  readonly log: Logger;
  /** Dataverse's clock: tokens are checked by it. */
  readonly now: () => Date;
  /** Base address of the doors: `https://invite.contoso.com`. */
  readonly url: string;
  /** How long an answer takes; tests forge it. */
  readonly timer?: Timer;
}

/** Bytes that a body may have. */
const longestBody = 16_384;

/**
 * Adds the API for back ends of sites, below `/api`: redemptions and the status of invitations for clients with a key or a token, its own
 * description for everybody. Where nobody may use it there is none.
 */
export async function addApi(app: FastifyInstance, options: ApiOptions): Promise<void> {
  const { config, context, log, url, timer = systemTimer } = options;
  if (config.keys.length + config.issuers.length === 0) return;
  const guard = createGuard(options);
  const onRequest = guard.admit;
  const document = openApiDocument(url);

  await app.register(
    async (api) => {
      // Forms are the page's matter: whatever is not JSON could come from a form of any site.
      api.removeAllContentTypeParsers();
      api.addContentTypeParser(
        'application/json',
        { parseAs: 'string', bodyLimit: longestBody },
        api.getDefaultJsonParser('error', 'error'),
      );
      answerProblems(api, { url, log, timer });

      api.post('/redemptions', { onRequest }, redemptionsHandler(guard, context));
      api.get('/invitations/status', { onRequest }, invitationStatusHandler(context));
      api.get('/openapi.json', async () => document);
      api.get('/errors', async () => errorListOf());
      refuseOtherMethods(api, '/redemptions', ['POST']);
      for (const path of ['/invitations/status', '/openapi.json', '/errors']) {
        refuseOtherMethods(api, path, ['GET', 'HEAD']);
      }
    },
    { prefix: '/api' },
  );
}

/** RFC 9110, 15.5.6: 405 names the methods that there are. */
function refuseOtherMethods(api: FastifyInstance, url: string, allowed: readonly string[]): void {
  const refuse = async (): Promise<never> => {
    const allow = allowed.join(', ');
    throw new ProblemError('INV_API_REQUEST_INVALID', {
      status: 405,
      detail: `This address takes ${allow} alone.`,
      headers: { allow },
    });
  };
  const method = api.supportedMethods.filter((one) => !allowed.includes(one)) as HTTPMethods[];
  // Before the body is read: what it holds does not matter any more.
  api.route({ method, url, onRequest: refuse, handler: refuse });
}
