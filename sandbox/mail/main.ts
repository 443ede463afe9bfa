import { parseArgs } from 'node:util';
import { startMailServer } from './startMailServer.js';

const usage = `npm run mailbox -- [options]

An SMTP server that keeps every message, and a page that shows them. Ctrl-C ends it.
  --smtp-port N   port to listen on for mails (5825)
  --http-port N   port of the page (5801)
  --host ADDRESS  address to listen on (127.0.0.1)`;

/** `npm run mailbox` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      'smtp-port': { type: 'string', default: '5825' },
      'http-port': { type: 'string', default: '5801' },
      host: { type: 'string', default: '127.0.0.1' },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) return console.log(usage);
  const server = await startMailServer({
    smtpPort: port('smtp-port', values['smtp-port']),
    httpPort: port('http-port', values['http-port']),
    host: values.host,
  });
  console.log(`Mailbox ready: ${server.url} shows what ${server.smtpUrl} receives`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void server.close().then(() => process.exit(0)));
  }
}

main().catch((error: unknown) => {
  console.error(
    `The mailbox cannot start: ${error instanceof Error ? error.message : String(error)}\n\n${usage}`,
  );
  process.exitCode = 1;
});

function port(option: string, text: string): number {
  const value = Number(text);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) {
    throw new Error(`--${option} must be a port number from 0 to 65535, not "${text}".`);
  }
  return value;
}
