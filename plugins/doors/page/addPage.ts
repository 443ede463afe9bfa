import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { createPageServer } from './pageServer.js';
import type { PageParts } from './pageParts.js';
import { addErrors } from './routes/errors.js';
import { addFiles } from './routes/files.js';
import { addRedemption } from './routes/redemption.js';
import { addRegister } from './routes/register.js';
import { addSignIn } from './routes/signIn.js';
import { createCookies } from './visit/cookies.js';

/** Bytes that a form of the page may have: a code, a token. */
const longestForm = 8192;

/**
 * Adds the redemption page, in a context of its own: it takes forms and nothing else. GET, HEAD and OPTIONS read; what is written to
 * Dataverse, a form has asked for.
 */
export async function addPage(app: FastifyInstance, parts: PageParts): Promise<void> {
  await app.register(async (page) => {
    page.removeAllContentTypeParsers();
    await page.register(cookie);
    await page.register(formBody, { bodyLimit: longestForm });
    page.decorateRequest('began', 0);
    page.addHook('onRequest', async (request) => {
      request.began = parts.timer.read();
    });
    const server = createPageServer(parts, createCookies(parts.seal, parts.config.url));
    addErrors(page, server);
    addFiles(page, server);
    addRegister(page, server);
    addSignIn(page, server);
    addRedemption(page, server);
  });
}
