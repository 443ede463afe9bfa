import fastify, { type FastifyInstance } from 'fastify';
import type { Provider } from 'oidc-provider';
import { refuseOtherNames } from '../ownNames.js';
import { redirectSources, type Client } from './client.js';
import { addErrorPage } from './errorPage.js';
import { addLibraryRoutes } from './libraryRoutes.js';
import type { Person } from './person.js';
import { createProvider } from './provider/createProvider.js';
import { signedInPeople } from './provider/signedIn.js';
import { addSignInRoutes } from './signInRoutes.js';

/** What an identity provider of this machine needs. */
export interface IdentityProviderOptions {
  /** 0 takes any free port. */
  readonly port: number;
  /** What it calls itself on its page. Default `Sandbox`. */
  readonly name?: string;
  /** The people of this moment; asked for while somebody signs in, and at no other time. */
  readonly contacts: () => Promise<readonly Person[]>;
  readonly clients: readonly Client[];
  /** Where names and addresses are told; providers differ. Default idToken. */
  readonly claimsIn?: 'idToken' | 'userinfo';
  /** The time in its tokens; the machine's unless told otherwise. */
  readonly now?: () => Date;
  /** Hears of errors that are its own. Default: the console. */
  readonly onDefect?: (error: unknown) => void;
}

/** A running identity provider. */
export interface IdentityProvider {
  /** Its issuer, and where it listens: `http://127.0.0.1:5804`. */
  readonly url: string;
  close(): Promise<void>;
}

/** It listens for this machine alone: nobody proves who they are here. */
const host = '127.0.0.1';

/**
 * Starts an OpenID provider for one machine, where everybody can be anybody: sign-in without a password, everything in memory. Several
 * may run side by side.
 *
 * @throws Error when the port is taken
 */
export async function startIdentityProvider({
  port,
  name = 'Sandbox',
  contacts,
  clients,
  claimsIn = 'idToken',
  now = () => new Date(),
  onDefect = console.error,
}: IdentityProviderOptions): Promise<IdentityProvider> {
  const signedIn = signedInPeople();
  const server = fastify({ forceCloseConnections: true });
  let started: Provider | undefined;
  const provider = (): Provider => {
    if (started === undefined) throw new Error('it is starting');
    return started;
  };
  addHeaders(server, clients);
  refuseOtherNames(server);
  addErrorPage(server, name, onDefect);
  await addSignInRoutes(server, { provider, name, contacts, signedIn });
  await addLibraryRoutes(server, provider);
  // The issuer is where it listens, and a free port is known only then.
  const url = await server.listen({ host, port });
  try {
    started = await createProvider({ issuer: url, name, clients, signedIn, claimsIn, now });
    started.on('server_error', (_context, error) => onDefect(error));
  } catch (error) {
    await server.close();
    throw error;
  }
  return { url, close: () => server.close() };
}

/** No script, nothing from elsewhere, in no frame; forms lead here and back to the clients. */
function addHeaders(server: FastifyInstance, clients: readonly Client[]): void {
  const headers = {
    'content-security-policy': [
      "default-src 'none'",
      // None, but not in that word: two of the library's pages send a form by themselves, it adds the hash of that script here, and 'none'
      // stands alone or not at all (Content Security Policy, "source-list").
      "script-src 'report-sample'",
      "style-src 'self'",
      'img-src data:',
      `form-action 'self' ${redirectSources(clients).join(' ')}`,
      "base-uri 'none'",
      "frame-ancestors 'none'",
    ].join('; '),
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    'cache-control': 'no-store',
  };
  server.addHook('onRequest', async (_request, reply) => {
    reply.headers(headers);
  });
}
