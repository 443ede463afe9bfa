import cookie from '@fastify/cookie';
import formBody from '@fastify/formbody';
import type { FastifyInstance } from 'fastify';
import { addPadding } from '../security/padding.js';
import { createPageServer } from './pageServer.js';
import type { PageParts } from './pageParts.js';
import { addAskForNew } from './routes/askForNew.js';
import { addErrors } from './routes/errors.js';
import { addFiles } from './routes/files.js';
import { addRedeem } from './routes/redeem.js';
import { addRegister } from './routes/register.js';
import { addSignIn } from './routes/signIn.js';
import { addSignOut } from './routes/signOut.js';
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
    const cookies = createCookies(parts.seal, parts.config.url);
    const server = createPageServer(parts, cookies, addPadding(page, parts.timer));
    addErrors(page, server);
    addFiles(page, server);
    addRegister(page, server);
    addSignIn(page, server);
    addSignOut(page, server);
    addRedeem(page, server);
    addAskForNew(page, server);
  });
}
