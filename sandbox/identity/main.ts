import { parseArgs } from 'node:util';
import { contactsOf } from './contacts.js';
import { startIdentityProvider } from './startIdentityProvider.js';

const usage = `npm run identity -- [options]

An OpenID provider whose people are the contacts of a sandbox; everybody can be anybody, so it listens for this machine alone.
Its client is "invitations" with the secret "sandbox". Ctrl-C ends it.
  --port N         port to listen on (5804)
  --name TEXT      what it calls itself (Sandbox)
  --dataverse URL  the sandbox whose contacts can sign in (http://127.0.0.1:5800)
  --token TOKEN    how contacts are read there (dev-admin)
  --redirect URI   where people are sent back to; on this machine any port will do. May be repeated
                   (http://127.0.0.1/signed-in/sandbox)`;

/** `npm run identity` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '5804' },
      name: { type: 'string', default: 'Sandbox' },
      dataverse: { type: 'string', default: 'http://127.0.0.1:5800' },
      token: { type: 'string', default: 'dev-admin' },
      redirect: { type: 'string', multiple: true, default: ['http://127.0.0.1/signed-in/sandbox'] },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  const dataverse = address('dataverse', values.dataverse).replace(/\/+$/, '');
  const provider = await startIdentityProvider({
    port: port(values.port),
    name: values.name,
    contacts: contactsOf({ url: dataverse, token: values.token }),
    clients: [
      {
        id: 'invitations',
        secret: 'sandbox',
        redirectUris: values.redirect.map((uri) => address('redirect', uri)),
      },
    ],
  });
  console.log(`Identity provider ready: ${provider.url} signs in the contacts of ${dataverse}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void provider.close().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  const problem = error instanceof Error ? error.message : String(error);
  console.error(`The identity provider cannot start: ${problem}\n\n${usage}`);
  process.exitCode = 1;
});

function port(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || value > 65_535) {
    throw new Error(`--port must be a number from 0 to 65535, not "${text}".`);
  }
  return value;
}

function address(option: string, text: string): string {
  const isAddress = URL.canParse(text) && ['http:', 'https:'].includes(new URL(text).protocol);
  if (!isAddress) throw new Error(`--${option} must be an http or https address, not "${text}".`);
  return text;
}
